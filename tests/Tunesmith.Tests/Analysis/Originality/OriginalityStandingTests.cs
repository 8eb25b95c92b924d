using CsCheck;
using Tunesmith.Analysis.Originality;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>Where a song stands among real ones.</summary>
public sealed class OriginalityStandingTests
{
    [Fact]
    public void A_song_is_ranked_by_the_higher_of_its_two_ranks_among_songs_ranked_alike() =>
        Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[1, 12], Gen.Int[0, 6], Gen.Int[0, 6]).Sample((real, longest, covered) =>
        {
            OriginalityFigures own = new(longest, covered / 6.0);
            OriginalityFigures[] songs = [.. real.Select(song => new OriginalityFigures(song.Item1, song.Item2 / 6.0))];
            OriginalityFigures[] all = [.. songs, own];
            OriginalityStanding standing = new RealSongs(songs).Place(own);
            Assert.Equal(songs.Count(song => Higher(song) < Higher(own)), standing.MoreAlikeThan);
            Assert.Equal(songs.Count(song => Higher(song) == Higher(own)), standing.AsAlikeAs);
            Assert.Equal(100.0 * standing.MoreAlikeThan / songs.Length, standing.Percentile);

            int Higher(OriginalityFigures song) => Math.Max(
                all.Count(other => other.LongestSharedNotes < song.LongestSharedNotes),
                all.Count(other => other.CoveredShare < song.CoveredShare));
        });

    [Theory]
    [InlineData(100, 95, 0, Likeness.Above)]
    [InlineData(100, 94, 6, Likeness.Within)]
    [InlineData(100, 0, 100, Likeness.Within)]
    [InlineData(100, 0, 5, Likeness.Below)]
    [InlineData(100, 0, 6, Likeness.Within)]
    [InlineData(0, 0, 0, Likeness.Unknown)]
    public void Five_in_a_hundred_stand_above_and_five_below(int songs, int more, int same, Likeness likeness) =>
        Assert.Equal(likeness, new OriginalityStanding(songs) { MoreAlikeThan = more, AsAlikeAs = same }.Likeness);

    /// <summary>
    /// Songs of one kind, of which each is judged in turn among the others: about as many stand in every tenth. The phrases that they are
    /// made of differ in how common they are, so that figures spread.
    /// </summary>
    [Fact]
    public void Unseen_songs_of_one_kind_have_percentiles_that_are_about_uniform()
    {
        Random random = new(11);
        (int Pitch, int Steps)[][] phrases = [.. Enumerable.Range(0, 300).Select(_ => MadeSongs.Different(random, random.Next(3, 14)))];
        OriginalitySong[] songs = MadeSongs.Songs(Enumerable.Range(0, 400).Select(_ => Compose()));
        OriginalityIndex index = MadeSongs.Index(songs);
        double[] percentiles =
            [.. Enumerable.Range(0, 300).Select(_ => index.Judge(MadeSongs.Melody(Compose())).Percentile!.Value).Order()];
        for (int tenth = 1; tenth < 10; tenth++)
        {
            double share = percentiles.Count(percentile => percentile < 10 * tenth) / 300.0;
            Assert.InRange(share, (tenth / 10.0) - 0.1, (tenth / 10.0) + 0.1);
        }

        (int Pitch, int Steps)[] Compose() =>
        [
            .. Enumerable.Range(0, random.Next(4, 16)).SelectMany(_ => random.Next(3) == 0
                ? phrases[(int)(phrases.Length * Math.Pow(random.NextDouble(), 3))]
                : MadeSongs.Different(random, random.Next(3, 14))),
        ];
    }

    [Theory]
    [InlineData(1, 0, "the one real song shares no less with the others; one tells little")]
    [InlineData(1, 1, "the one real song shares less with the others; one tells little")]
    [InlineData(12, 0, "0 of the 12 real songs share less with the others; so few tell little")]
    [InlineData(12, 1, "1 of the 12 real songs shares less with the others; so few tell little")]
    [InlineData(12, 12, "12 of the 12 real songs share less with the others; so few tell little")]
    [InlineData(100, 1, "real songs share more by accident: 1 of 100 shares less with the others")]
    [InlineData(100, 50, "real songs share as much by accident: 50 of 100 share less with the others, the rest as much or more")]
    [InlineData(100, 97, "that is more than chance: 97 of 100 real songs share less with the others")]
    public void One_few_and_many_songs_are_told_in_plain_sentences(int songs, int more, string expected) =>
        Assert.Equal(expected, new OriginalityStanding(songs) { MoreAlikeThan = more }.InWords);

    [Fact]
    public void Fewer_than_twenty_songs_are_few()
    {
        Assert.True(new OriginalityStanding(19).IsFew);
        Assert.False(new OriginalityStanding(20).IsFew);
    }
}
