using Tunesmith.Analysis.Originality;
using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Experiments.Choosing;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Experiments.Choosing;

/// <summary>Songs that are composed anew until they are original.</summary>
public sealed class OriginalDraftsTests
{
    private static readonly Composer Composer = new(TinySongs.TrainLookBack("melody"));
    private static readonly CompositionOptions Options = new() { Steps = 48, Seed = 3, Sampling = [new TemperatureStep(0.35)] };

    /// <summary>Songs of the same composer, so that drafts are as like them as they are like each other.</summary>
    private static readonly OriginalityIndex Index = OriginalityIndex.Build(
        Enumerable.Range(0, 25).Select(song => new OriginalitySong(
            $"{song}", song, [MelodyNotes.Of(Composer.Compose(Primer(song), Options with { Seed = 1000 + (ulong)song }).Melody)])),
        threads: 1,
        CancellationToken.None);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(100)]
    public void Each_song_is_its_first_draft_that_is_original(double below)
    {
        Melody[] primers = [.. Enumerable.Range(0, 5).Select(song => Primer(song))];
        IReadOnlyList<OriginalDraft> found = OriginalDrafts.Compose(Composer, primers, Options, Index, below, threads: 2, Cancellation);
        Assert.Contains(found, draft => draft is { IsOriginal: true, Drafts: > 1 } == below < 100);
        for (int song = 0; song < primers.Length; song++)
        {
            Composition[] drafts = [.. Enumerable.Range(0, OriginalDrafts.Most).Select(draft =>
                Composer.Compose(primers[song], Options with { Seed = OriginalDrafts.SeedOf(3, song, draft) }, Cancellation))];
            double?[] percentiles = [.. drafts.Select(draft => Index.Measure(draft.Melody, draft.PrimerSteps).Standing.Percentile)];
            int first = Array.FindIndex(percentiles, percentile => percentile < below);
            int best = first >= 0 ? first : Array.IndexOf(percentiles, percentiles.Min() ?? percentiles[0]);
            Assert.Equal(
                (first >= 0, first >= 0 ? first + 1 : OriginalDrafts.Most, percentiles[best]),
                (found[song].IsOriginal, found[song].Drafts, found[song].Percentile));
            Assert.Equal(drafts[best].Tokens.ToArray(), found[song].Song.Tokens.ToArray());
            Assert.Equal(drafts[best].Options.Seed, found[song].Song.Options.Seed);
        }
    }

    [Fact]
    public void Drafts_are_seeds_that_no_other_song_takes()
    {
        Assert.Equal(7UL, OriginalDrafts.SeedOf(7, 0, 0));
        Assert.Equal(9UL + (3UL << 32), OriginalDrafts.SeedOf(7, 2, 3));
        Assert.Equal(1UL, OriginalDrafts.SeedOf(ulong.MaxValue, 2, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100.5)]
    [InlineData(double.NaN)]
    public void A_percentile_is_above_0_and_at_most_100(double below) => Assert.Throws<ArgumentOutOfRangeException>(
        () => OriginalDrafts.Compose(Composer, [Primer(0)], Options, Index, below, 1, Cancellation));

    private static Melody Primer(int song) => TinySongs.Melody(song % 3).Take(8);
}
