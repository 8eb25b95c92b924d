namespace Tunesmith.Composing.Samplers;

/// <summary>Goes through outcomes from the likeliest down, the lower first where several are equally likely; no more than are asked for are sorted.</summary>
/// <remarks>Each step down is one look at every outcome, so the cost is the number of outcomes kept times that of all.</remarks>
internal ref struct Ranking
{
    private readonly ReadOnlySpan<float> _logits;
    private float _bound = float.PositiveInfinity;

    /// <summary>Stands before the likeliest.</summary>
    public Ranking(ReadOnlySpan<float> logits)
    {
        _logits = logits;
        Current = -1;
    }

    /// <summary>The outcome that it stands at.</summary>
    public int Current { get; private set; }

    /// <summary>Goes on to the next; outcomes that are ruled out are none.</summary>
    public bool MoveNext()
    {
        int best = -1;
        for (int outcome = 0; outcome < _logits.Length; outcome++)
        {
            float logit = _logits[outcome];
            bool isAfter = logit < _bound || (logit == _bound && outcome > Current);
            if (isAfter && logit > float.NegativeInfinity && (best < 0 || logit > _logits[best]))
            {
                best = outcome;
            }
        }

        if (best < 0)
        {
            return false;
        }

        Current = best;
        _bound = _logits[best];
        return true;
    }

    /// <summary>Rules out every outcome after the current one.</summary>
    /// <param name="logits">The same logits.</param>
    public readonly void RuleOutRest(Span<float> logits)
    {
        for (int outcome = 0; outcome < logits.Length; outcome++)
        {
            if (logits[outcome] < _bound || (logits[outcome] == _bound && outcome > Current))
            {
                logits[outcome] = float.NegativeInfinity;
            }
        }
    }
}
