using CsCheck;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>No bytes make reading crash, hang or take memory out of proportion.</summary>
public sealed class AbcMutationTests
{
    private const long Megabyte = 1 << 20;
    private const string Signs = "|:[]()<>-&{}\"!+%\\^_=,'/0123456789ABCGabcgzZxXyVPKMLQT\n \t~.u";

    private const string Sample = """
        X:1
        T:Every \'e sign
        M:6/8
        L:1/8
        Q:3/8=60
        P:A(AB)2
        V:1 clef=bass octave=-1
        K:Ador ^f
        P:A
        V:1
        |:A>B^c {de}d2-d|[1(3efg [Ace]2 z:|[2 "Am"a'3 !trill!b,3 & c6|]
        V:2
        Z2|A6|]
        P:B
        V:1
        [M:2/4][K:C exp _b][Q:120](5:4:5CDEFG A/B//c3/2|
        V:2
        x4|

        X:2
        K:HP
        a
        """;

    [Fact]
    public void Any_text_of_the_signs_of_ABC_is_read_or_refused() => Gen.String[Gen.Char[Signs], 0, 300].Sample(text =>
    {
        Read(System.Text.Encoding.UTF8.GetBytes("X:1\nK:C\n" + text));
        Read(System.Text.Encoding.UTF8.GetBytes(text));
    }, iter: 2_000);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 400].Sample(Read, iter: 1_000);

    [Fact]
    public void A_tune_with_bytes_changed_cut_or_doubled_is_read_or_refused()
    {
        byte[] sample = System.Text.Encoding.UTF8.GetBytes(Sample);
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Int[0, 30], Gen.String[Gen.Char[Signs], 0, 5]).Array[1, 6].Sample(
            changes =>
            {
                List<byte> bytes = [.. sample];
                foreach ((int at, int cut, string put) in changes)
                {
                    int start = Math.Min(at, bytes.Count);
                    bytes.RemoveRange(start, Math.Min(cut, bytes.Count - start));
                    bytes.InsertRange(start, System.Text.Encoding.UTF8.GetBytes(put));
                }

                Read([.. bytes]);
            },
            iter: 3_000);
    }

    [Theory]
    [InlineData("(3", 100_000)]
    [InlineData("|:", 100_000)]
    [InlineData("|:C", 50_000)]
    [InlineData(":|", 100_000)]
    [InlineData("C:|", 20_000)]
    [InlineData("|1C", 20_000)]
    [InlineData("[", 100_000)]
    [InlineData("[C", 100_000)]
    [InlineData("{", 50_000)]
    [InlineData("\"", 100_001)]
    [InlineData("!", 100_001)]
    [InlineData("&C", 50_000)]
    [InlineData("[V:x]C", 20_000)]
    [InlineData("[K:", 20_000)]
    [InlineData("C-", 50_000)]
    [InlineData("C1/1021", 10_000)]
    [InlineData("\nP:A\nC", 10_000)]
    [InlineData("\nX:1\nK:C\nC", 10_000)]
    public void A_long_text_takes_memory_in_proportion(string piece, int times)
    {
        long few = Allocated("X:1\nP:A9B\nK:C\nC", piece, times / 4);
        long many = Allocated("X:1\nP:A9B\nK:C\nC", piece, times);
        Assert.InRange(many, 0, (5 * few) + Megabyte);
    }

    [Theory]
    [InlineData("CDEFGABc|", 60_000, 400)]
    [InlineData("[CEG][DFA]|", 60_000, 400)]
    [InlineData("C/2D3/2(3EFG|", 40_000, 400)]
    public void A_tune_of_many_notes_takes_little_memory(string bar, int bars, int bytesPerLetter)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes("X:1\nK:C\n" + string.Concat(Enumerable.Repeat(bar, bars)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(AbcTunebook.FromBytes(bytes).Tunes[0].Score);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)bytesPerLetter * bytes.Length);
    }

    [Fact]
    public void What_stands_before_many_tunes_is_not_kept_again_for_each()
    {
        const int Times = 20_000;
        string fields = string.Concat(Enumerable.Repeat("M:3/4\n", Times));
        long fewFields = Allocated("M:3/4\n", "X:1\nK:C\nC\n\n", Times);
        long manyFields = Allocated(fields, "X:1\nK:C\nC\n\n", Times);
        Assert.InRange(manyFields, 0, (2 * fewFields) + Megabyte);
    }

    private static long Allocated(string head, string piece, int times)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(piece, times)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            foreach (AbcTune tune in AbcTunebook.FromBytes(bytes).Tunes)
            {
                Assert.True(tune.Score is null != tune.Error is null);
                if (tune.Score is { } score)
                {
                    Assert.NotNull(score.ToMidi());
                }
            }
        }
        catch (AbcFormatException error)
        {
            Assert.DoesNotContain('\n', error.Message);
        }
    }
}
