using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc.Playing;

/// <summary>In which order bars are played.</summary>
public sealed class AbcRepeatsTests
{
    [Theory]
    [InlineData("|:C:|", "C C")]
    [InlineData("C:|", "C C")]
    [InlineData("|:C::D:|", "C C D D")]
    [InlineData("|:C:|:D:|", "C C D D")]
    [InlineData("|:C:||:D:|", "C C D D")]
    [InlineData("C:|D:|", "C C D D")]
    [InlineData("C|]D:|", "C D D")]
    [InlineData("C||D:|", "C D D")]
    [InlineData("C[|D:|", "C D D")]
    [InlineData("|:C||D:|E", "C D C D E")]
    [InlineData("|::C::|", "C C C")]
    [InlineData("|:C:::|", "C C C C")]
    [InlineData("|:C|1D:|2E|]F", "C D C E F")]
    [InlineData("|:C|1D:|2E||F:|", "C D C E F F")]
    [InlineData("|:C [1D:| [2E |: F:|", "C D C E F F")]
    [InlineData("C|[1D:|[2E:|F", "C D C E F")]
    [InlineData("|:C|1,3D:|2E:|F", "C D C E C D F")]
    [InlineData("|:C|1-3D:|4E|]", "C D C D C D C E")]
    [InlineData("|:C|1D:|E", "C D C E")]
    [InlineData("|:C|1D:|2E:|3F|]", "C D C E C F")]
    [InlineData("|:C|1,2D:|E|]", "C D C D C E")]
    [InlineData("|:C|:D:|", "C D D")]
    [InlineData("|:C|1D||E:|2F|]", "C D E C F")]
    [InlineData("|:C :|\n|: D :|", "C C D D")]
    [InlineData("|:C", "C")]
    public void Repeats_and_endings_are_written_out(string music, string pitches) =>
        Assert.Equal(pitches, AbcSong.Pitches(music).Replace("4", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("ABA", "C D C")]
    [InlineData("(AB)2", "C D C D")]
    [InlineData("A2B3", "C C D D D")]
    [InlineData("A.B.A", "C D C")]
    [InlineData("((A2B)2A)", "C C D C C D C")]
    [InlineData("AC", "C")]
    [InlineData("A(", "C D")]
    [InlineData("verse", "C D")]
    public void Parts_are_played_in_the_order_of_the_head(string order, string pitches) => Assert.Equal(
        pitches, AbcSong.Pitches("P:A\nC|\nP:B\nD|", $"L:1/4\nP:{order}\nK:C").Replace("4", "", StringComparison.Ordinal));

    [Fact]
    public void A_part_has_its_own_repeats() => Assert.Equal(
        "C4 C4 D4 D4 C4 C4", AbcSong.Pitches("P:A\n|:C:|\nP:B\nD:|", "L:1/4\nP:ABA\nK:C"));

    [Theory]
    [InlineData("P:(((((A9)9)9)9)9)9", "at most 10000 parts")]
    [InlineData("P:A9999999999999", "at most 10000 parts")]
    public void More_parts_than_are_played_are_an_error(string order, string expected)
    {
        AbcTune tune = AbcSong.Tune("P:A\nC|", $"L:1/4\n{order}\nK:C");
        Assert.Null(tune.Score);
        Assert.Equal((expected, 4), (tune.Error!.Expected, tune.Error.Line));
    }

    [Fact]
    public void A_tune_that_repeats_grow_too_long_is_an_error()
    {
        string bar = string.Concat(Enumerable.Repeat("C", 200)) + "|";
        AbcTune tune = AbcSong.Tune($"P:A\n|:{bar}{new string(':', 99)}|", "P:A9999\nK:C");
        Assert.StartsWith("at most 1,000,000 notes and bar lines", tune.Error!.Expected, StringComparison.Ordinal);
    }
}
