using System.Collections;

namespace Tunesmith.Midi;

/// <summary>The events of a track. They are kept in 16 bytes each, and a <see cref="MidiEvent"/> is made where one is asked for.</summary>
public sealed class MidiEventList : IReadOnlyList<MidiEvent>
{
    private readonly MidiRecord[] _records;
    private readonly int _start;

    internal MidiEventList(MidiRecord[] records, int start, int count, MidiPayloads payloads)
    {
        _records = records;
        _start = start;
        Count = count;
        Payloads = payloads;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The events as they are kept.</summary>
    internal ReadOnlySpan<MidiRecord> Records => _records.AsSpan(_start, Count);

    internal MidiPayloads Payloads { get; }

    /// <summary>An event.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    public MidiEvent this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Of(_records[_start + index]);
        }
    }

    /// <summary>Goes through the events in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<MidiEvent> IEnumerable<MidiEvent>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal MidiEvent Of(in MidiRecord record) =>
        new(record.Tick, record.Status, record.Data1, record.Data2, Payloads.Of(record), Payloads.TextEncoding);

    /// <summary>Goes through the events of a track.</summary>
    public struct Enumerator : IEnumerator<MidiEvent>
    {
        private readonly MidiEventList _list;
        private int _index;

        internal Enumerator(MidiEventList list)
        {
            _list = list;
            _index = -1;
        }

        /// <inheritdoc/>
        public readonly MidiEvent Current => _list[_index];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _list.Count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
