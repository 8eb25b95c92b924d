using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Experiments;

/// <summary>What fine-tuning has won and lost.</summary>
/// <param name="Won">On the songs that it learned from now; null where none were held out.</param>
/// <param name="Kept">On the songs that it came from; null where these are not at hand.</param>
public sealed record FineTuningReport(FineTuningScore? Won, FineTuningScore? Kept)
{
    /// <summary>Whether no step did better on the songs held out, so that the weights are those of the model before.</summary>
    public bool IsUnchanged { get; init; }
}

/// <summary>A model before and after, on the same steps.</summary>
/// <param name="Which">What the songs are to it.</param>
/// <param name="Songs">How many they are.</param>
/// <param name="Before">The score before.</param>
/// <param name="After">The score after.</param>
public sealed record FineTuningScore(JudgedSongs Which, int Songs, HeldOutScore Before, HeldOutScore After)
{
    /// <summary><c>Before - After</c> in nats a step: above 0 where it has become better.</summary>
    public double Gain => (Before.NatsPerStep - After.NatsPerStep) ?? 0;
}

/// <summary>Songs to judge a model on.</summary>
/// <param name="Songs">The songs.</param>
/// <param name="Which">What they are to it.</param>
public sealed record JudgedSet(IReadOnlyList<TokenSequence> Songs, JudgedSongs Which);

/// <summary>What songs are to a model that is judged on them.</summary>
public enum JudgedSongs
{
    /// <summary>Titles that were held out of the training on their folder.</summary>
    HeldOut,

    /// <summary>Songs that the model learned from before it was fine-tuned, for none were held out.</summary>
    Learned,

    /// <summary>Songs of which is not known whether the model learned from them: not, or no longer, those of its training.</summary>
    Others,
}
