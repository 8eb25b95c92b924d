using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
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

    private readonly MelodyEncoding _encoding;
    private readonly InputLayout _layout;
    private readonly PackedWeights _weights;

    /// <summary>Prepares a model.</summary>
    /// <param name="model">The model; its weights must not change while it predicts.</param>
    /// <param name="name">The name by which tables call it.</param>
    public ModelPredictor(MelodyModel model, string name = "model")
    {
        Name = name;
        _encoding = model.Definition.FindEncoding();
        _layout = model.Definition.CreateLayout();
        using WorkerPool pool = new(1);
        _weights = new PackedWeights(model.Parameters, forTraining: false, pool, VectorWidth.Bits);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="EvaluationException">The songs are not of the model's encoding.</exception>
    public void Predict(
        IReadOnlyList<TokenSequence> songs,
        int from,
        int threads,
        PredictionReceiver receiver,
        CancellationToken cancellationToken = default)
    {
        SameEncoding.Require(songs, _encoding);
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
        int perCopies = _layout.Copies.Count * CopyEvidence.RowsPerCopy;
        int[] evidence = new int[group.Length * perCopies];
        int[] streams = [.. Enumerable.Range(0, group.Length)];
        InputReader[] readers = [.. group.Select(song => _layout.CreateReader(songs[song].Length))];
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
                readers[stream].Hear(song.Tokens[step - 1], song.Positions[step]);
                readers[stream].Rows.CopyTo(rows.AsSpan(stream * perStep));
                readers[stream].Evidence.CopyTo(evidence.AsSpan(stream * perCopies));
            }

            stepper.Advance(rows.AsSpan(0, going * perStep));
            if (step < from)
            {
                continue;
            }

            stepper.Predict(streams.AsSpan(0, going), evidence.AsSpan(0, going * perCopies));
            for (int stream = 0; stream < going; stream++)
            {
                ReadOnlySpan<float> probabilities = stepper.Probabilities(stream, readers[stream].PointsTo);
                int token = songs[group[stream]].Tokens[step];
                float probability = token < probabilities.Length ? probabilities[token] : 0;
                receiver(group[stream], step, new StepPrediction(probability, Softmax.Likeliest(probabilities)));
            }
        }
    }
}
