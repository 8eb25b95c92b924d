using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>
/// How to compose. Options are equal where they choose the same, with equal constraints and the very same sampler steps in the same order.
/// </summary>
public sealed record CompositionOptions
{
    /// <summary>The most steps of one song, its primer among them.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>How many steps to compose; 0 to 1,000,000. The default is 500.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>
    /// How many bars to compose, in place of <see cref="Steps"/>; 0 or more, in 1,000,000 steps at most. Null, the default, where those
    /// count. A bar that the primer has begun is completed first.
    /// </summary>
    public int? Bars { get; init; }

    /// <summary>What fixes the draws: the same seed, model, primer and options give the same song. The default is 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What of the song so far a step depends on. The default is all of it.</summary>
    public ComposingContext Context { get; init; } = ComposingContext.Stream;

    /// <summary>What changes a prediction before a token is drawn, in order; the default is nothing, temperature 1.</summary>
    public IReadOnlyList<ISamplerStep> Sampling { get; init => field = ValueList.Of(value); } = new ValueList<ISamplerStep>([]);

    /// <summary>
    /// What the song must keep to; the default is nothing. Constraints act before <see cref="Sampling"/>, and their order means nothing.
    /// </summary>
    public IReadOnlyList<Constraint> Constraints { get; init => field = ValueList.Of(value); } = new ValueList<Constraint>([]);

    /// <summary>
    /// Whether the song is closed where it does not end on a bar line: its last note is held up to the next one, or its last rest goes on.
    /// The default is false.
    /// </summary>
    public bool CloseBar { get; init; }

    /// <summary>Whether to keep each step's predicted distribution. The default is false.</summary>
    public bool KeepProbabilities { get; init; }

    /// <summary>How many steps are composed after a primer: <see cref="Steps"/>, or those of as many <see cref="Bars"/>.</summary>
    /// <param name="primer">The primer, of no steps for a song from nothing; the meter that holds at its end goes on.</param>
    /// <returns>0 or more; no more than 1,000,000 and a bar, however many bars there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 0 bars.</exception>
    public int StepsAfter(Melody primer)
    {
        if (Bars is not { } bars)
        {
            return Steps;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(bars, nameof(Bars));
        BarPosition position = primer.PositionAt(primer.Length);
        int steps = position.Offset == 0 ? 0 : position.Length - position.Offset;
        for (int bar = 0; bar < bars && steps <= MostSteps; bar++)
        {
            steps += primer.PositionAt(primer.Length + steps).Length;
        }

        return steps;
    }
}
