using CsCheck;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi.Reading;

public sealed class StrictReadingTests
{
    private static readonly MidiReadOptions Strict = new() { Strict = true };

    [Fact]
    public void Strict_reading_refuses_what_tolerant_reading_warns_of_and_nothing_else() =>
        Gen.Select(MidiGenerator.File, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[0, 3]).Sample(
            (file, changes) =>
            {
                byte[] bytes = file.ToBytes();
                foreach ((double place, byte value) in changes)
                {
                    bytes[(int)(place * (bytes.Length - 1))] = value;
                }

                return IsSound(() => MidiFile.FromBytes(bytes).Warnings.Count == 0)
                    == IsSound(() => MidiFile.FromBytes(bytes, Strict) is not null);
            },
            iter: 3_000);

    private static bool IsSound(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (MidiFormatException)
        {
            return false;
        }
    }
}
