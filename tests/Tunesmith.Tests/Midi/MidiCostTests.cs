using CsCheck;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

/// <summary>Reading a file of N bytes takes at most 64 N + 1 MB of memory, and strict reading refuses what tolerant reading warns of.</summary>
public sealed class MidiCostTests
{
    private const string Header = "4D546864000000060001FFFF0060";
    private const string EndlessTrack = "4D54726B7FFFFFFF";
    private static readonly MidiReadOptions Strict = new() { Strict = true };

    [Theory]
    [InlineData(EndlessTrack, "00903C40")]
    [InlineData(EndlessTrack, "00FF0000")]
    [InlineData(EndlessTrack, "808080808000")]
    [InlineData(EndlessTrack, "009080FF")]
    [InlineData(EndlessTrack, "00FFFF00")]
    [InlineData(EndlessTrack, "00C07F")]
    [InlineData(EndlessTrack, "00F000")]
    [InlineData(EndlessTrack, "00F8")]
    [InlineData(EndlessTrack, "000000F8")]
    [InlineData(EndlessTrack, "00F1FF")]
    [InlineData(EndlessTrack, "00FF510000")]
    [InlineData("", "4D54726B00000000")]
    [InlineData("", "4D54726BFFFFFFFF")]
    [InlineData("", "4D54726BFFFFFFFF00FF2F00")]
    [InlineData("", "4D54726B0000000400FF2F00")]
    [InlineData("", "4D5472")]
    public void A_file_of_one_thing_over_and_over_takes_memory_in_proportion(string start, string piece)
    {
        byte[] repeated = Convert.FromHexString(piece);
        byte[] bytes =
        [
            .. Convert.FromHexString(Header + start),
            .. Enumerable.Repeat(repeated, 400_000 / repeated.Length).SelectMany(one => one),
        ];
        MidiFile.Read(bytes); // what is made once only
        long before = GC.GetAllocatedBytesForCurrentThread();
        MidiFile.Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (64L * bytes.Length) + (1 << 20));
    }

    [Fact]
    public void Strict_reading_refuses_what_tolerant_reading_warns_of_and_nothing_else() =>
        Gen.Select(MidiGen.File, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[0, 3]).Sample(
            (file, changes) =>
            {
                byte[] bytes = file.ToBytes();
                foreach ((double place, byte value) in changes)
                {
                    bytes[(int)(place * (bytes.Length - 1))] = value;
                }

                return IsSound(() => MidiFile.Read(bytes).Warnings.Count == 0) == IsSound(() => MidiFile.Read(bytes, Strict) is not null);
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
