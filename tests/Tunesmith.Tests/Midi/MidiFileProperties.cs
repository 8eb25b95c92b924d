using CsCheck;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

public sealed class MidiFileProperties
{
    private static readonly MidiReadOptions Strict = new() { Strict = true };

    [Fact]
    public void What_is_written_is_read_again_without_a_warning() =>
        MidiGenerator.File.Sample(file => MidiAssert.SameEvents(file, MidiFile.FromBytes(file.ToBytes(), Strict)), iter: 500);

    [Fact]
    public void Writing_is_a_function_of_the_events() =>
        MidiGenerator.File.Sample(file => MidiFile.FromBytes(file.ToBytes()).ToBytes().SequenceEqual(file.ToBytes()), iter: 200);

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Gen.Byte.Array[0, 300].Sample(bytes => IsReadOrRefused(bytes), iter: 3_000);

    [Fact]
    public void Any_bytes_after_a_header_are_read_and_what_is_read_survives_writing() =>
        Gen.Select(Gen.Byte.Array[6], Gen.Byte.Array[0, 300]).Sample(
            (header, rest) => IsReadOrRefused([.. "MThd\0\0\0\x06"u8, .. header, .. "MTrk\0\0\x01\0"u8, .. rest]),
            iter: 3_000);

    [Fact]
    public void A_sound_file_with_bytes_changed_or_missing_is_read_and_what_is_read_survives_writing() =>
        Gen.Select(MidiGenerator.File, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[0, 8], Gen.Double[0.5, 1]).Sample(
            (file, changes, kept) =>
            {
                byte[] bytes = file.ToBytes();
                foreach ((double place, byte value) in changes)
                {
                    bytes[(int)(place * (bytes.Length - 1))] = value;
                }

                return IsReadOrRefused(bytes[..(int)(bytes.Length * kept)]);
            },
            iter: 3_000);

    private static bool IsReadOrRefused(byte[] bytes)
    {
        MidiFile file;
        try
        {
            file = MidiFile.FromBytes(bytes);
        }
        catch (MidiFormatException)
        {
            return true;
        }

        Tunesmith.Music.Score.FromMidi(file);
        return MidiAssert.SameEvents(file, MidiFile.FromBytes(file.ToBytes()));
    }
}
