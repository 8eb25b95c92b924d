using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Experiments.Choosing;

/// <summary>
/// How unlikely a model held each step of a song: <c>-ln p(x[t] | x[0] .. x[t-1])</c> in nats, the model's own prediction before
/// constraints, temperature and the like.
/// </summary>
/// <remarks>A step whose token the model has no outcome for, as the lab's rest, is left out.</remarks>
internal sealed class StepNats
{
    private readonly int _from;
    private readonly double[] _nats; // of each step from the first that was predicted; not a number where it is left out

    private StepNats(int from, double[] nats) => (_from, _nats) = (from, nats);

    /// <summary>Has songs predicted, from a step on.</summary>
    /// <param name="predictor">The model.</param>
    /// <param name="songs">The songs.</param>
    /// <param name="restToken">The token of a rest.</param>
    /// <param name="from">The first step wanted; 1 or more.</param>
    /// <param name="threads">How many threads work; the numbers do not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static StepNats[] Of(
        ModelPredictor predictor, IReadOnlyList<TokenSequence> songs, int restToken, int from, int threads, CancellationToken cancellation)
    {
        StepNats[] all = [.. songs.Select(song => new StepNats(from, new double[Math.Max(0, song.Length - from)]))];
        predictor.Predict(songs, from, threads, Receive, cancellation);
        return all;

        void Receive(int song, int step, StepPrediction prediction)
        {
            bool isLeftOut = prediction.Probability == 0 && songs[song].Tokens[step] == restToken;
            all[song]._nats[step - from] = isLeftOut ? double.NaN : -Functions.Log(Math.Clamp(prediction.Probability, float.Epsilon, 1));
        }
    }

    /// <summary>The mean over some steps, in nats a step; null where none of them counts.</summary>
    /// <param name="first">The first step; no earlier than what was predicted.</param>
    /// <param name="end">The step after the last; the song's end where it has fewer.</param>
    public double? Mean(int first, int end = int.MaxValue)
    {
        (double sum, int steps) = (0, 0);
        for (int step = first; step < end && step - _from < _nats.Length; step++)
        {
            double nats = _nats[step - _from];
            (sum, steps) = double.IsNaN(nats) ? (sum, steps) : (sum + nats, steps + 1);
        }

        return steps == 0 ? null : sum / steps;
    }
}
