using Tunesmith.Model;

namespace Tunesmith.Evaluation;

/// <summary>Which steps are scored, and how.</summary>
public sealed record ScoringOptions
{
    /// <summary>The first step scored of each song; what comes before it is only heard. Default 64; 1 or more.</summary>
    public int From { get; init; } = 64;

    /// <summary>
    /// A token whose steps are heard but not scored; null for none, the default. It is for models that have no rest: what they cannot
    /// predict is then scored for nobody.
    /// </summary>
    public int? LeftOut { get; init; }

    /// <summary>How many threads score; 1 or more. The score does not depend on it. Default: as many as there are processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>These options for models of a definition: its rests left out where it has no token for them.</summary>
    internal ScoringOptions For(ModelDefinition definition) =>
        this with { LeftOut = definition.RestIsToken ? null : definition.FindEncoding().RestToken };

    /// <summary>Checks that every option is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(From, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }
}
