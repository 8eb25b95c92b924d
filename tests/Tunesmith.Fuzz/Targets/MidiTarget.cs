using Tunesmith.Fuzz.Mutating;
using Tunesmith.Fuzz.Seeds;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Fuzz.Targets;

/// <summary>
/// MIDI files. Read tolerantly, bytes that begin with a header are a file, whatever follows; any others may be refused with a
/// <see cref="MidiFormatException"/>. Read strictly, they are the same file where there was no warning, and are refused where there was
/// one. What is read is written, and read again the same. A song of it is heard by every encoding, or is not for a reason.
/// </summary>
internal sealed class MidiTarget : IFuzzTarget
{
    private const int HeaderLength = 14;

    private static readonly CostLimit Reading = new(Bytes: 1 << 20, BytesPerByte: 64, Milliseconds: 2, NanosecondsPerByte: 1_000);

    private static readonly MidiReadOptions Strict = new() { Strict = true };

    /// <inheritdoc/>
    public string Name => "midi";

    /// <inheritdoc/>
    public IReadOnlyList<Mutation> Mutations => MidiMutations.All;

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds() => MidiSeeds.All();

    /// <inheritdoc/>
    public string Try(byte[] input, CostMeter meter)
    {
        MidiFile? file = null;
        MidiFormatException? refusal = null;
        meter.Measure("reading", input.Length, () => Reading, () => file = Refusal.Catch(() => MidiFile.FromBytes(input), out refusal));
        MidiFile? strict = Refusal.Catch(() => MidiFile.FromBytes(input, Strict), out MidiFormatException? strictRefusal);
        if (refusal is not null)
        {
            FuzzFailureException.UnlessOneLine(refusal.Message);
            bool isFile = input.Length >= HeaderLength && input.AsSpan().StartsWith("MThd"u8);
            FuzzFailureException.Unless(!isFile, $"expected a file with a header to be read, found {refusal.Message}");
            FuzzFailureException.Unless(strict is null, "expected what is refused tolerantly to be refused strictly, found it read");
            return $"refused {Signature.Words(refusal.Expected)}";
        }

        FuzzFailureException.Unless(
            strict is null == file!.Warnings.Count > 0,
            "expected strict reading to refuse what is warned of and nothing else, "
                + $"found {file.Warnings.Count} warnings and {strictRefusal?.Message}");
        FuzzFailureException.UnlessOneLine(strictRefusal?.Message ?? "none");
        foreach (MidiWarning warning in file.Warnings)
        {
            FuzzFailureException.UnlessOneLine(warning.Message);
        }

        FuzzFailureException.Unless(strict is null || IsSame(file, strict), "expected the same events in strict mode");
        WriteAndRead(file);
        return $"{Describe(file)} {SongCheck.Try(Score.FromMidi(file), input.Length, meter)}";
    }

    private static void WriteAndRead(MidiFile file)
    {
        byte[] written = file.ToBytes();
        MidiFile again = MidiFile.FromBytes(written);
        FuzzFailureException.Unless(IsSame(file, again), "expected equal events after writing and reading");
        FuzzFailureException.Unless(
            written.AsSpan().SequenceEqual(again.ToBytes()), "expected what is written to be written again as it is");
    }

    private static bool IsSame(MidiFile left, MidiFile right) =>
        left.Format == right.Format && left.Division == right.Division && left.Tracks.Count == right.Tracks.Count
        && left.Tracks.Zip(right.Tracks).All(pair => pair.First.Events.SequenceEqual(pair.Second.Events));

    private static string Describe(MidiFile file)
    {
        IEnumerable<string> codes = file.Warnings
            .GroupBy(warning => warning.Code)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Key}{Signature.Bucket(group.Count())}");
        string division = file.Division.IsSmpte ? "smpte" : "quarters";
        return $"{file.Format} {division} {Signature.Bucket(file.Tracks.Count)} {string.Join(',', codes)}";
    }
}
