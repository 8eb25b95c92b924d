using Tunesmith.Analysis.Originality;
using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Experiments.Choosing;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments.Choosing;

/// <summary>How good composed songs look beside real ones.</summary>
public sealed class DraftJudgeTests
{
    private static readonly MelodyModel Model = Trainer.Train(ManySongs.Recipe, ManySongs.Corpus.Sequences()).Model;
    private static readonly Composer Composer = new(Model);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.5, 1)] // the lower end
    [InlineData(0.7, 1)]
    [InlineData(0.9, 1)]
    [InlineData(1.0, 0.75)] // a quarter of the band's width above it
    [InlineData(0.3, 0.5)]
    [InlineData(1.3, 0)]
    [InlineData(9, 0)]
    public void Likelihood_is_1_within_the_band_and_0_one_width_beside_it(double nats, double score) =>
        Assert.Equal(score, new LikelihoodBand(0.5, 0.9).Score(nats), 12);

    [Fact]
    public void The_band_leaves_a_tenth_of_the_songs_on_either_side()
    {
        Assert.Equal(new LikelihoodBand(2, 17), LikelihoodBand.Of(Enumerable.Range(0, 20).Reverse().Select(song => (double)song)));
        LikelihoodBand one = LikelihoodBand.Of([0.4]);
        Assert.Equal((1.0, 0.0), (one.Score(0.4), one.Score(0.41)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(75, 0.5)]
    [InlineData(100, 0)]
    public void Originality_is_1_up_to_the_median_of_real_songs(int percentile, double score) =>
        Assert.Equal(score, OriginalityPart.Of(new OriginalityStanding(100) { MoreAlikeThan = percentile }).Score, 12);

    [Fact]
    public void A_song_of_too_few_notes_is_not_original() => Assert.Equal(0, OriginalityPart.Of(default).Score);

    [Fact]
    public void Statistics_are_what_the_distance_leaves_of_1() => Assert.Equal(0.25, new StatisticsPart(0.75, 0.5).Score, 12);

    [Fact]
    public void The_score_is_the_mean_of_the_parts_there_are()
    {
        LikelihoodPart likelihood = new(0.5, 1.1, new LikelihoodBand(0.5, 0.9));
        OriginalityPart originality = new(0.7, new OriginalityStanding(10) { MoreAlikeThan = 6 });
        DraftScore score = new(likelihood, originality, new StatisticsPart(0.1, 0.5));
        Assert.Equal(0.7, score.Total, 12);
        Assert.Equal(0.5, (score with { Originality = null, Statistics = null }).Total, 12);
        Assert.Equal(
            "0.70: likelihood 0.50 (1.10 nats a step, above the 0.50 to 0.90 of real songs), "
            + "originality 0.70 (of 100 real songs 60 share less), "
            + "statistics 0.90 (0.10 from the middle of real songs, half of which are within 0.50)",
            score.InWords);
    }

    [Fact]
    public void Likelihood_is_what_the_model_predicted_before_the_sampler_steps()
    {
        Composition song = Composer.Compose(
            Composer.PrimerOf(ManySongs.Corpus.Melodies[2]),
            new CompositionOptions { Steps = 30, Seed = 5, KeepProbabilities = true, Sampling = [new TemperatureStep(2), new TopKStep(9)] },
            Cancellation);
        double nats = Enumerable.Range(0, 30)
            .Average(step => -Math.Log(song.Probabilities[step][song.Tokens[song.PrimerSteps + step]]));
        DraftScore score = Judge(1).Judge([song], Cancellation)[0];
        Assert.Equal(nats, score.Likelihood.Nats!.Value, 5);
        Assert.Equal(score.Likelihood.Band.Score(score.Likelihood.Nats.Value), score.Likelihood.Score);
    }

    [Fact]
    public void Scores_depend_neither_on_threads_nor_on_the_songs_beside()
    {
        Melody[] primers = [.. Enumerable.Range(0, 6).Select(song => ManySongs.Corpus.Melodies[song].Take(4 + song))];
        IReadOnlyList<Composition> songs = [.. primers.Select(primer =>
            Composer.Compose(primer, new CompositionOptions { Steps = 25, Seed = 2 }, Cancellation))];
        IReadOnlyList<DraftScore> one = Judge(1).Judge(songs, Cancellation);
        Assert.Equal(one, Judge(3).Judge(songs, Cancellation));
        DraftJudge judge = Judge(2);
        Assert.Equal(one, songs.Select(song => judge.Judge([song], Cancellation)[0]));
        Assert.All(one, score => Assert.InRange(score.Total, 0, 1));
        Assert.Empty(judge.Judge([], Cancellation));
    }

    [Fact]
    public void The_highest_score_is_first_and_of_equals_the_first()
    {
        DraftScore[] scores = [.. new[] { 0.5, 0.9, 0.5, 1, 0.9 }.Select(score =>
            new DraftScore(new LikelihoodPart(score, 1, default), null, null))];
        Assert.Equal([3, 1, 4, 0, 2], DraftJudge.Rank(scores));
    }

    private static DraftJudge Judge(int threads) => DraftJudge.Create(Model, ManySongs.Corpus, null, threads, Cancellation);
}
