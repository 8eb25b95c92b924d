using System.Buffers;

namespace Tunesmith.Midi.Reading;

/// <summary>
/// Where the events of a file gather while it is read. Those of a small file pass through an array that is used again and again, and
/// each track gets a copy of its size. Those of a large one stay where they are: arrays shared by many tracks, as large as the bytes
/// read so far lead to expect of the rest. An array is left only when it is full, so that memory stays in proportion to the bytes.
/// </summary>
internal sealed class MidiRecordBuffer(int fileLength)
{
    private const int SharedSize = 4_096;
    private const int LargeFile = 1 << 18;

    private readonly MidiRecord[] _shared = ArrayPool<MidiRecord>.Shared.Rent(Math.Min(SharedSize, (fileLength / 2) + 1));
    private MidiRecord[]? _own;
    private long _finished;

    /// <summary>Where the events of the track that is read stand, from <see cref="Start"/> on.</summary>
    public MidiRecord[] Records => _own ?? _shared;

    public int Start { get; private set; }

    /// <summary>Makes room for more events of the track that is read, which may move to <see cref="Start"/> 0.</summary>
    /// <param name="end">The index after the last event so far.</param>
    /// <param name="position">How many bytes of the file are read.</param>
    public void Grow(int end, int position)
    {
        long count = end - Start;
        long left = Math.Max(0, fileLength - position);
        long expected = (_finished + count) * left / Math.Max(1, position) * 17 / 16;
        long more = Math.Min(Math.Max(expected, Math.Max(2 * count, SharedSize)), (left / 2) + 2); // no event has less than two bytes
        MidiRecord[] larger = GC.AllocateUninitializedArray<MidiRecord>((int)Math.Min(count + more, Array.MaxLength));
        Records.AsSpan(Start, (int)count).CopyTo(larger);
        _own = larger;
        Start = 0;
    }

    /// <summary>The events of the track that is read; then the next may begin.</summary>
    public MidiEventList Finish(int end, MidiPayloads payloads)
    {
        int start = Start;
        _finished += end - start;
        if (_own is { } own)
        {
            Start = end;
            return new MidiEventList(own, start, end - start, payloads);
        }

        _own = fileLength >= LargeFile ? [] : null;
        return new MidiEventList(_shared.AsSpan(0, end).ToArray(), 0, end, payloads);
    }

    public void Return() => ArrayPool<MidiRecord>.Shared.Return(_shared);
}
