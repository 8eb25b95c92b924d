using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Tests.Evaluation;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class HeldOutSplitTests
{
    private static readonly TokenSequence[] TenTitles =
        [.. Enumerable.Range(0, 20).Select(song => TokenSongs.Of([song], title: $"title {song / 2}"))];

    [Fact]
    public void No_group_is_ever_split() =>
        Gen.Select(TokenSongs.Song(tokens: 3, longest: 5).Array[0, 12], Gen.Double[0, 0.99], Gen.ULong).Sample((songs, share, seed) =>
        {
            SongSplit split = HeldOutSplit.Of(songs, share, seed);
            Assert.Equal(Enumerable.Range(0, songs.Length), split.Training.Concat(split.HeldOut).Order());
            Assert.All(TitleGroup.Of(songs), group => Assert.True(
                group.Songs.All(split.Training.Contains) || group.Songs.All(split.HeldOut.Contains)));
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.001, 1)]
    [InlineData(0.2, 2)]
    [InlineData(0.34, 3)]
    [InlineData(0.999, 9)]
    public void The_share_is_of_titles_and_both_sides_have_one(double share, int titles)
    {
        SongSplit split = HeldOutSplit.Of(TenTitles, share, seed: 1);
        Assert.Equal(2 * titles, split.HeldOut.Count);
        Assert.Equal(20 - (2 * titles), split.TrainingOf(TenTitles).Count);
        Assert.Equal(titles, split.HeldOutOf(TenTitles).Select(song => song.TitleGroup).Distinct().Count());
    }

    [Fact]
    public void One_title_is_learned_from() => Assert.Empty(HeldOutSplit.Of(TenTitles[..2], 0.5, seed: 1).HeldOut);

    [Fact]
    public void The_seed_fixes_the_choice()
    {
        Assert.Equal(HeldOutSplit.Of(TenTitles, 0.3, 1).HeldOut, HeldOutSplit.Of(TenTitles, 0.3, 1).HeldOut);
        string[] choices = [.. Enumerable.Range(0, 20).Select(Choice)];
        Assert.True(choices.Distinct().Count() > 10);

        static string Choice(int seed) => string.Join(" ", HeldOutSplit.Of(TenTitles, 0.3, (ulong)seed).HeldOut);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_share_out_of_range_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HeldOutSplit.Of(TenTitles, share, seed: 1));
}
