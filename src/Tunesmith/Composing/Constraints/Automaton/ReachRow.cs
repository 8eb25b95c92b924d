using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>
/// From which states something can be reached. What can be reached after a longer note or rest can be after a shorter one, for all that a
/// length is asked for is not to be too long; so for each last pitch, sounding or not, the longest that will do says all.
/// </summary>
internal sealed class ReachRow : IEquatable<ReachRow>
{
    private const int Lasts = TuneState.NoPitch + 1;

    private readonly int[] _longest; // (2, lasts): sounding, then resting; 0 where it cannot be reached, else the most steps
    private readonly int _hash;

    /// <summary>Makes a row.</summary>
    /// <param name="longest">The most steps for a last pitch that sounds or not: 0 for never, <see cref="int.MaxValue"/> for any.</param>
    public ReachRow(Func<int, bool, int> longest)
    {
        _longest = new int[2 * Lasts];
        HashCode hash = default;
        for (int last = 0; last < Lasts; last++)
        {
            _longest[last] = last == TuneState.NoPitch ? 0 : longest(last, true);
            _longest[Lasts + last] = longest(last, false);
            Struck = _longest[last] > 0 ? Struck.With(last) : Struck;
            hash.Add(_longest[last]);
            hash.Add(_longest[Lasts + last]);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The pitches that have it within reach when just struck.</summary>
    public PitchSet Struck { get; }

    /// <summary>
    /// The most steps that a note or rest may have; 0 where it is out of reach, <see cref="int.MaxValue"/> where any will do.
    /// </summary>
    public int Longest(int last, bool sounds) => _longest[sounds ? last : Lasts + last];

    /// <summary>Whether it is within reach of a state.</summary>
    public bool Has(TuneState state)
    {
        int longest = Longest(state.Last, state.Sounds);
        return longest > 0 && state.Length <= longest;
    }

    /// <inheritdoc/>
    public bool Equals(ReachRow? other) => other is not null && _hash == other._hash && _longest.AsSpan().SequenceEqual(other._longest);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReachRow);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
