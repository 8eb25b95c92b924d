using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Evaluation;

/// <summary>
/// A model as a predictor: <c>p = softmax(logits)</c>, each song heard from its first step with a state that is never cut. A token that
/// the model has no outcome for, as the rest in the lab's recipe, has probability 0; leave it out of what is scored.
/// </summary>
/// <remarks>
/// A group of songs is heard side by side, the longest first, so that the songs still going on are always the first streams of the
/// stepper. A stream's bits do not depend on those beside it, so neither do predictions on groups or threads.
/// </remarks>
public sealed class ModelPredictor : IPredictor
{
    /// <summary>The most songs heard side by side: their states and the weights share a core's caches.</summary>
    private const int MostStreams = 128;

    private readonly InputLayout _layout;
    private readonly PackedWeights _weights;
    private readonly int _outcomes;

    /// <summary>Prepares a model.</summary>
    /// <param name="model">The model; its weights must not change while it predicts.</param>
    /// <param name="name">The name by which tables call it.</param>
    public ModelPredictor(MelodyModel model, string name = "model")
    {
        Name = name;
        _layout = model.Definition.CreateLayout();
        _outcomes = model.Definition.OutcomeCount;
        using WorkerPool pool = new(1);
        _weights = new PackedWeights(model.Parameters, forTraining: false, pool, VectorWidth.Bits);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Predict(
        IReadOnlyList<TokenSequence> songs,
        int from,
        int threads,
        PredictionReceiver receiver,
        CancellationToken cancellationToken = default)
    {
        int[] longestFirst = [.. Enumerable.Range(0, songs.Count)
            .Where(song => songs[song].Length > from)
            .OrderByDescending(song => songs[song].Length)];
        int groups = Math.Max(Math.Min(threads, longestFirst.Length), (longestFirst.Length + MostStreams - 1) / MostStreams);
        using WorkerPool pool = new(Math.Clamp(groups, 1, threads));
        pool.Run(groups, (_, group) =>
        {
            // Dealt like cards, so that every group has as many long songs as any other.
            int[] dealt = [.. longestFirst.Where((_, place) => place % groups == group)];
            PredictTogether(songs, dealt, from, receiver, cancellationToken);
        });
    }

    private void PredictTogether(
        IReadOnlyList<TokenSequence> songs, int[] group, int from, PredictionReceiver receiver, CancellationToken cancellationToken)
    {
        NetworkStepper stepper = new(_weights, group.Length);
        int perStep = _layout.RowsPerStep;
        int[] rows = new int[group.Length * perStep];
        int[] streams = [.. Enumerable.Range(0, group.Length)];
        float[] probabilities = new float[_outcomes];
        int going = group.Length;
        for (int step = 1; step < songs[group[0]].Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (songs[group[going - 1]].Length <= step)
            {
                going--;
            }

            for (int stream = 0; stream < going; stream++)
            {
                TokenSequence song = songs[group[stream]];
                _layout.Rows(song.Tokens[..step], song.Positions[step], rows.AsSpan(stream * perStep, perStep));
            }

            stepper.Advance(rows.AsSpan(0, going * perStep));
            if (step < from)
            {
                continue;
            }

            stepper.Predict(streams.AsSpan(0, going));
            for (int stream = 0; stream < going; stream++)
            {
                receiver(group[stream], step, Read(stepper.Logits(stream), songs[group[stream]].Tokens[step], probabilities));
            }
        }
    }

    /// <summary>What the logits say of the token that came.</summary>
    private static StepPrediction Read(ReadOnlySpan<float> logits, int token, Span<float> probabilities)
    {
        int likeliest = Softmax.Likeliest(logits);
        double sum = 0;
        for (int outcome = 0; outcome < logits.Length; outcome++)
        {
            probabilities[outcome] = Functions.Exp(logits[outcome] - logits[likeliest]);
            sum += probabilities[outcome];
        }

        return new StepPrediction(token < logits.Length ? probabilities[token] / sum : 0, likeliest);
    }
}
