using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary>A simple predictor, fitted on songs by counting, that a model has to beat. docs/metrics.md defines them all.</summary>
public abstract class Baseline : IPredictor
{
    /// <summary>Makes a baseline.</summary>
    /// <param name="name">The name by which tables call it.</param>
    /// <param name="tokenCount">V, how many tokens there are; 1 or more.</param>
    private protected Baseline(string name, int tokenCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokenCount, 1);
        Name = name;
        TokenCount = tokenCount;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>V, how many tokens there are.</summary>
    public int TokenCount { get; }

    /// <summary>What the songs have fixed beside counts, such as <c>lambda 0.81</c>; empty for nothing.</summary>
    public virtual string Fitted => "";

    /// <summary>Predicts a step.</summary>
    /// <param name="past">The tokens before the step; may be empty.</param>
    /// <param name="positions">Where those steps and the step itself stand in their bars: one more than tokens.</param>
    /// <param name="probabilities">(V): receives the probability of each token; all above 0, 1 together.</param>
    public abstract void Predict(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions, Span<double> probabilities);

    /// <inheritdoc/>
    /// <exception cref="EvaluationException">A song has a token that the baseline does not know.</exception>
    public void Predict(
        IReadOnlyList<TokenSequence> songs,
        int from,
        int threads,
        PredictionReceiver receiver,
        CancellationToken cancellationToken = default)
    {
        RequireKnownTokens(songs);
        using WorkerPool pool = new(Math.Clamp(songs.Count, 1, threads));
        pool.Run(songs.Count, (_, song) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] probabilities = new double[TokenCount];
            ReadOnlySpan<int> tokens = songs[song].Tokens;
            for (int step = from; step < tokens.Length; step++)
            {
                Predict(tokens[..step], songs[song].Positions[..(step + 1)], probabilities);
                receiver(song, step, new StepPrediction(probabilities[tokens[step]], Likeliest(probabilities)));
            }
        });
    }

    private void RequireKnownTokens(IReadOnlyList<TokenSequence> songs)
    {
        if (songs.FirstOrDefault(song => song.Tokens.ContainsAnyExceptInRange(0, TokenCount - 1)) is { } strange)
        {
            throw new EvaluationException(
                $"\"{Name}\" knows {TokenCount} tokens, and a song heard as {strange.Encoding} has others: fit it on songs heard alike");
        }
    }

    private static int Likeliest(double[] probabilities)
    {
        int largest = 0;
        for (int token = 1; token < probabilities.Length; token++)
        {
            largest = probabilities[token] > probabilities[largest] ? token : largest;
        }

        return largest;
    }
}
