using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Tests.Evaluation;

public sealed class HeldOutScorerTests
{
    [Fact]
    public void A_score_is_worked_out_by_hand()
    {
        // Steps 1 to 4 are scored: 5 5 7 7 8; the predictor gives 1/2, 1/4, 1/4 and 1/8, and holds 5, 7, 5 and 8 likeliest.
        Scripted predictor = new((1, 0.5, 5), (2, 0.25, 7), (3, 0.25, 5), (4, 0.125, 8));
        HeldOutScore score = Score(predictor, [TokenSongs.Of([5, 5, 7, 7, 8])], new ScoringOptions { From = 1 });
        Assert.Equal(4, score.Steps);
        Assert.Equal(8 * Math.Log(2), score.Nats, 12);
        Assert.Equal(2 * Math.Log(2), score.NatsPerStep!.Value, 12);
        Assert.Equal(4, score.Perplexity!.Value, 5);
        Assert.Equal(0.75, score.Accuracy);
        Assert.Equal(2, score.Moves); // 7 after 5, and 8 after 7
        Assert.Equal(1.0, score.MoveAccuracy);
    }

    [Fact]
    public void What_is_left_out_is_heard_but_not_scored()
    {
        Scripted predictor = new((1, 0.5, 5), (2, 0, 5), (3, 0.25, 7));
        ScoringOptions options = new() { From = 1, LeftOut = 78 };
        HeldOutScore score = Score(predictor, [TokenSongs.Of([5, 5, 78, 7])], options);
        Assert.Equal((2, 2, 1), (score.Steps, score.Hits, score.Moves));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_probability_that_is_none_is_refused(double probability)
    {
        EvaluationException error = Assert.Throws<EvaluationException>(() => Score(
            new Scripted((1, probability, 5)), [TokenSongs.Of([5, 5])], new ScoringOptions { From = 1 }));
        Assert.StartsWith("expected \"scripted\" to give every token a probability above 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_steps_or_moves_there_is_no_mean()
    {
        HeldOutScore none = Score(new UniformBaseline(9), [TokenSongs.Of([5, 5])], new ScoringOptions());
        Assert.Equal(0, none.Steps);
        Assert.Null(none.NatsPerStep);
        Assert.Null(none.Perplexity);
        Assert.Null(none.Accuracy);
        HeldOutScore still = Score(new UniformBaseline(9), [TokenSongs.Of([5, 5])], new ScoringOptions { From = 1 });
        Assert.Equal(Math.Log(9), still.NatsPerStep!.Value, 12);
        Assert.Null(still.MoveAccuracy);
    }

    [Fact]
    public void Scores_of_parts_add_up()
    {
        HeldOutScore a = new() { Steps = 1, Nats = 2, Hits = 0, Moves = 1, MoveHits = 0 };
        HeldOutScore b = new() { Steps = 3, Nats = 1, Hits = 3, Moves = 1, MoveHits = 1 };
        Assert.Equal(new HeldOutScore { Steps = 4, Nats = 3, Hits = 3, Moves = 2, MoveHits = 1 }, HeldOutScore.Total([a, b]));
        Assert.Equal(0.75, HeldOutScore.Total([a, b]).NatsPerStep); // over all steps, not the mean of 2 and 1/3
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits() =>
        TokenSongs.Song(tokens: 5).Array[1, 20].Sample(songs =>
        {
            foreach (Baseline baseline in Baselines.Fit(songs))
            {
                HeldOutScore one = Score(baseline, songs, new ScoringOptions { From = 3, Threads = 1 });
                Assert.Equal(one, Score(baseline, songs, new ScoringOptions { From = 3, Threads = 5 }));
            }
        }, iter: 20);

    [Fact]
    public void Songs_of_two_encodings_and_tokens_of_none_are_refused()
    {
        TokenSequence lab = TokenSongs.Of([5, 5]);
        TokenSequence melody = TokenSongs.Of([0, 129], encoding: Encodings.Melody());
        Assert.Throws<EvaluationException>(() => Score(new UniformBaseline(130), [lab, melody], new ScoringOptions()));
        EvaluationException error =
            Assert.Throws<EvaluationException>(() => Score(new UniformBaseline(79), [melody], new ScoringOptions { From = 1 }));
        Assert.Equal(
            "\"uniform\" knows 79 tokens, and a song heard as melody (voice auto, grid 4) has others: fit it on songs heard alike",
            error.Message);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Score(new UniformBaseline(2), [], new ScoringOptions { From = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Score(new UniformBaseline(2), [], new ScoringOptions { Threads = 0 }));
    }

    private static HeldOutScore Score(IPredictor predictor, IReadOnlyList<TokenSequence> songs, ScoringOptions options) =>
        HeldOutScorer.Score(predictor, songs, options, TestContext.Current.CancellationToken);

    /// <summary>Says of the one song what it is told to say.</summary>
    private sealed class Scripted(params (int Step, double Probability, int Likeliest)[] script) : IPredictor
    {
        public string Name => "scripted";

        public void Predict(
            IReadOnlyList<TokenSequence> songs, int from, int threads, PredictionReceiver receiver, CancellationToken cancellationToken)
        {
            foreach ((int step, double probability, int likeliest) in script)
            {
                receiver(0, step, new StepPrediction(probability, likeliest));
            }
        }
    }
}
