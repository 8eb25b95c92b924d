using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>
/// What can be scored on songs: a baseline or a model. It says, before each step and from all steps before it, how likely each token is.
/// Loss, accuracy and all else are then computed in one place, <see cref="HeldOutScorer"/>.
/// </summary>
public interface IPredictor
{
    /// <summary>The name by which tables call it.</summary>
    string Name { get; }

    /// <summary>Predicts songs step by step, each step from the whole past of its song.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="from">The first step wanted of each; 1 or more.</param>
    /// <param name="threads">How many threads work; 1 or more. Predictions do not depend on it.</param>
    /// <param name="receiver">
    /// Told of every step from <paramref name="from"/> on: a song's in their order, but several songs' at once from several threads.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    void Predict(
        IReadOnlyList<TokenSequence> songs,
        int from,
        int threads,
        PredictionReceiver receiver,
        CancellationToken cancellationToken = default);
}

/// <summary>Is told of a prediction.</summary>
/// <param name="song">The song's number.</param>
/// <param name="step">The step that was predicted.</param>
/// <param name="prediction">What was predicted.</param>
public delegate void PredictionReceiver(int song, int step, StepPrediction prediction);

/// <summary>What was predicted for one step, as far as scores need it.</summary>
/// <param name="Probability">The probability given to the token that came; above 0, at most 1.</param>
/// <param name="Likeliest">The token held likeliest; the first, where several are.</param>
public readonly record struct StepPrediction(double Probability, int Likeliest);
