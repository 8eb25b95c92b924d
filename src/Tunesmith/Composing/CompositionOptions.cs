using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;

namespace Tunesmith.Composing;

/// <summary>How to compose.</summary>
public sealed record CompositionOptions
{
    /// <summary>The most steps of one song, its primer among them.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>How many steps to compose; 0 to 1,000,000. The default is 500.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>What fixes the draws: the same seed, model, primer and options give the same song. The default is 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What of the song so far a step depends on. The default is all of it.</summary>
    public ComposingContext Context { get; init; } = ComposingContext.Stream;

    /// <summary>What changes a prediction before a token is drawn, in order; the default is nothing, temperature 1.</summary>
    public IReadOnlyList<ISamplerStep> Sampling { get; init; } = [];

    /// <summary>
    /// What the song must keep to; the default is nothing. Constraints act before <see cref="Sampling"/>, and their order means nothing.
    /// </summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>Whether to keep each step's predicted distribution. The default is false.</summary>
    public bool KeepProbabilities { get; init; }
}

/// <summary>What of the song so far the next step depends on.</summary>
public enum ComposingContext
{
    /// <summary>All of it: the network's state is carried on from step to step.</summary>
    Stream,

    /// <summary>
    /// The last window alone, <c>P(x[t] | x[t-L] .. x[t-1])</c>: the network starts from nothing and hears those L steps anew for every
    /// step, as in the lab. L is the definition's window.
    /// </summary>
    Window,
}
