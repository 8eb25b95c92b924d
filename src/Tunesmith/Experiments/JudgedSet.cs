using Tunesmith.Encoding;

namespace Tunesmith.Experiments;

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
