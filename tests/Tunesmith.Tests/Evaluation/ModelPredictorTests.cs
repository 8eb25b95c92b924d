using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Tests.Composing;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Evaluation;

public sealed class ModelPredictorTests
{
    private static readonly TokenSequence[] SomeSongs = [.. new[] { 9, 1, 30, 14, 30, 2, 17 }.Select(Made)];

    [Fact]
    public void Each_step_is_predicted_from_its_whole_past()
    {
        MelodyModel model = Model(restIsToken: true);
        using NaivePrediction naive = new(model);
        Dictionary<(int Song, int Step), StepPrediction> found = Predictions(model, from: 3, threads: 2);
        Assert.Equal(SomeSongs.Sum(song => Math.Max(0, song.Length - 3)), found.Count);
        foreach (((int song, int step), StepPrediction prediction) in found)
        {
            float[] expected = naive.After(SomeSongs[song].Tokens[..step]);
            Assert.Equal(expected[SomeSongs[song].Tokens[step]], prediction.Probability, 6);
            Assert.Equal(Softmax.Likeliest(expected), prediction.Likeliest);
        }
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void A_model_that_looks_back_predicts_from_the_same_past(string encoding)
    {
        MelodyModel model = TinySongs.TrainLookBack(encoding);
        TokenSequence[] songs = TinySongs.In(model.Definition.FindEncoding());
        using NaivePrediction naive = new(model);
        int predicted = 0;
        Predict(model, songs, from: 2, threads: 1, (song, step, prediction) =>
        {
            float[] expected = naive.After(songs[song].Tokens[..step], isRuledOut: false);
            Assert.Equal(expected[songs[song].Tokens[step]], prediction.Probability, 6);
            Assert.Equal(Softmax.Likeliest(expected), prediction.Likeliest);
            predicted++;
        });
        Assert.Equal(songs.Sum(song => song.Length - 2), predicted);
    }

    [Fact]
    public void Predictions_do_not_depend_on_threads_or_on_the_songs_beside()
    {
        MelodyModel model = Model(restIsToken: true);
        Dictionary<(int Song, int Step), StepPrediction> one = Predictions(model, from: 1, threads: 1);
        Assert.Equal(one, Predictions(model, from: 1, threads: 3));
        for (int song = 0; song < SomeSongs.Length; song++)
        {
            int number = song;
            Predict(model, [SomeSongs[song]], from: 1, threads: 1, (_, step, prediction) => Assert.Equal(one[(number, step)], prediction));
        }
    }

    [Fact]
    public void A_token_the_model_does_not_have_is_scored_where_it_is_left_out_alone()
    {
        ModelPredictor predictor = new(Model(restIsToken: false));
        ScoringOptions options = new() { From = 1 };
        Assert.Throws<EvaluationException>(() => Score(predictor, [TokenSongs.Of([3, 78, 4])], options));
        Assert.Equal(1, Score(predictor, [TokenSongs.Of([3, 78, 4])], options with { LeftOut = 78 }).Steps);
    }

    [Fact]
    public void Songs_that_the_model_hears_otherwise_are_refused()
    {
        ModelPredictor predictor = new(Model(restIsToken: true));
        EvaluationException error = Assert.Throws<EvaluationException>(
            () => Score(predictor, TinySongs.In(Encodings.Melody()), new ScoringOptions()));
        Assert.Equal(
            "expected songs heard as lab (grid 4), found song 0 heard as melody (voice auto, grid 4): "
                + "load them with new CorpusOptions { Encoding = model.Definition.FindEncoding() }",
            error.Message);
    }

    [Fact]
    public void A_song_that_has_no_step_to_score_is_passed_over() =>
        Assert.Equal(0, Score(new ModelPredictor(Model(restIsToken: true)), [Made(5), TokenSongs.Of([])], new ScoringOptions()).Steps);

    private static Dictionary<(int Song, int Step), StepPrediction> Predictions(MelodyModel model, int from, int threads)
    {
        Dictionary<(int Song, int Step), StepPrediction> found = [];
        Predict(model, SomeSongs, from, threads, (song, step, prediction) =>
        {
            lock (found)
            {
                found.Add((song, step), prediction);
            }
        });
        return found;
    }

    private static void Predict(
        MelodyModel model, IReadOnlyList<TokenSequence> songs, int from, int threads, PredictionReceiver receiver) =>
        new ModelPredictor(model).Predict(songs, from, threads, receiver, TestContext.Current.CancellationToken);

    private static HeldOutScore Score(IPredictor predictor, IReadOnlyList<TokenSequence> songs, ScoringOptions options) =>
        HeldOutScorer.Score(predictor, songs, options, TestContext.Current.CancellationToken);

    private static TokenSequence Made(int length) =>
        TokenSongs.Of([.. Enumerable.Range(0, length).Select(step => (step * step * (length + 1)) % 79)]);

    private static MelodyModel Model(bool restIsToken)
    {
        ModelDefinition definition = new() { RestIsToken = restIsToken, Hidden = [7, 5] };
        Parameters parameters = new(definition.CreateShape());
        RandomSource random = new(3, RandomPurpose.Weights);
        foreach (ref float weight in parameters.Buffer.Span)
        {
            weight = (float)random.NextGaussian() / 2;
        }

        return new MelodyModel(definition, parameters);
    }
}
