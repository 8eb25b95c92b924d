namespace Tunesmith.Composing.Samplers;

/// <summary>The outcomes that are not ruled out, from the likeliest down; of those that are equally likely the lower comes first.</summary>
internal readonly ref struct Ranking
{
    private readonly Span<ulong> _keys; // in ascending order: the likelier the less in the upper half, the outcome in the lower

    /// <summary>Ranks.</summary>
    /// <param name="logits">A number for each outcome.</param>
    /// <param name="room">As much room as there are outcomes.</param>
    public Ranking(ReadOnlySpan<float> logits, Span<ulong> room)
    {
        int count = 0;
        for (int outcome = 0; outcome < logits.Length; outcome++)
        {
            if (logits[outcome] > float.NegativeInfinity)
            {
                // Adding 0 makes -0 the 0 that it equals. The bits of numbers below 0 grow as the numbers fall, of others as they rise.
                int bits = BitConverter.SingleToInt32Bits(logits[outcome] + 0f);
                uint falling = bits < 0 ? (uint)bits : int.MaxValue - (uint)bits;
                room[count++] = ((ulong)falling << 32) | (uint)outcome;
            }
        }

        _keys = room[..count];
        _keys.Sort();
    }

    /// <summary>How many there are.</summary>
    public int Count => _keys.Length;

    /// <summary>The outcome of a rank, 0 for the likeliest.</summary>
    public int this[int rank] => (int)(uint)_keys[rank];

    /// <summary>Rules out all from a rank on.</summary>
    /// <param name="rank">The first rank that is ruled out; at least <see cref="Count"/> for none.</param>
    /// <param name="logits">The logits that are ranked.</param>
    public void RuleOutFrom(int rank, Span<float> logits)
    {
        for (; rank < _keys.Length; rank++)
        {
            logits[this[rank]] = float.NegativeInfinity;
        }
    }
}
