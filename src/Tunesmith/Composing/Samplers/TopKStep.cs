namespace Tunesmith.Composing.Samplers;

/// <summary>
/// <c>logits[k] = -infinity</c> but for the K likeliest outcomes. Of outcomes that are equally likely the lower comes first. Where no more
/// than K are left, nothing changes.
/// </summary>
/// <remarks>Fan, Lewis and Dauphin, Hierarchical Neural Story Generation, ACL 2018.</remarks>
public sealed class TopKStep : ISamplerStep
{
    /// <summary>Makes the step.</summary>
    /// <param name="count">K; 1 or more. 1 leaves the likeliest alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public TopKStep(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
    }

    /// <summary>How many outcomes stay; 1 or more.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public void Apply(Span<float> logits) => new Ranking(logits, stackalloc ulong[logits.Length]).RuleOutFrom(Count, logits);
}
