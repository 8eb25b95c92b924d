using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Tunesmith.Music;

/// <summary>A set of pitches. The default is the empty set.</summary>
public readonly record struct PitchSet
{
    private readonly ulong _low; // bit n for pitch number n
    private readonly ulong _high; // bit n for pitch number 64 + n

    private PitchSet(ulong low, ulong high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>All pitches, C-1 to G9.</summary>
    public static PitchSet All { get; } = new(ulong.MaxValue, ulong.MaxValue);

    /// <summary>How many pitches there are.</summary>
    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => (_low | _high) == 0;

    /// <summary>The pitches, the lowest first.</summary>
    public IEnumerable<Pitch> Pitches
    {
        get
        {
            PitchSet set = this;
            return Enumerable.Range(0, Pitch.HighestNumber + 1).Select(number => new Pitch(number)).Where(set.Contains);
        }
    }

    /// <summary>The set of some pitches.</summary>
    public static PitchSet Of(IEnumerable<Pitch> pitches) =>
        pitches.Aggregate(default(PitchSet), (set, pitch) => set.With(pitch.Number));

    /// <summary>The pitches of some pitch classes, in every octave.</summary>
    /// <param name="classes">Each 0 for C to 11 for B.</param>
    public static PitchSet OfClasses(IEnumerable<int> classes)
    {
        HashSet<int> wanted = [.. classes];
        return Of(All.Pitches.Where(pitch => wanted.Contains(pitch.Class)));
    }

    /// <summary>The pitches from one to another, both among them; none where the first is the higher.</summary>
    public static PitchSet Between(Pitch lowest, Pitch highest) =>
        Of(All.Pitches.Where(pitch => pitch >= lowest && pitch <= highest));

    /// <summary>Reads the name of a pitch, such as <c>C#4</c>, or of a pitch class, such as <c>F</c>.</summary>
    /// <param name="text">What <see cref="TryParse"/> takes.</param>
    /// <exception cref="FormatException">The text names neither.</exception>
    public static PitchSet Parse(string text) => TryParse(text, out PitchSet set)
        ? set
        : throw new FormatException($"Expected a pitch such as C#4, or a pitch class such as F, found \"{text}\".");

    /// <summary>
    /// Reads one name: of a pitch, such as <c>C#4</c>, or of a pitch class, such as <c>F</c>, which stands for it in every octave.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="set">The pitches, where the text names some.</param>
    /// <returns>Whether it does.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PitchSet set)
    {
        set = default;
        if (text is null)
        {
            return false;
        }

        if (ClassOf(text) is { } pitchClass)
        {
            set = OfClasses([pitchClass]);
            return true;
        }

        bool isPitch = Pitch.TryParse(text, out Pitch pitch);
        set = isPitch ? Of([pitch]) : default;
        return isPitch;
    }

    /// <summary>The pitch class of a name without an octave, such as <c>F#</c> or <c>Bb</c>; null where it is none.</summary>
    public static int? ClassOf(string name) =>
        name.Length > 0 && name.AsSpan(1).Trim("#b").IsEmpty && Pitch.TryParse(name + "4", out Pitch pitch) ? pitch.Class : null;

    /// <summary>The name of a pitch class, with a sharp where needed.</summary>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    public static string ClassName(int pitchClass) => Pitch.ClassNames[pitchClass];

    /// <summary>Whether a pitch is in the set.</summary>
    public bool Contains(Pitch pitch) => Contains(pitch.Number);

    /// <summary>Whether the pitch of a MIDI number, 0 to 127, is in the set.</summary>
    internal bool Contains(int number) => (((number < 64 ? _low : _high) >> (number & 63)) & 1) != 0;

    /// <summary>The set with the pitch of a MIDI number, 0 to 127, added.</summary>
    internal PitchSet With(int number) =>
        number < 64 ? new PitchSet(_low | (1UL << number), _high) : new PitchSet(_low, _high | (1UL << (number - 64)));

    /// <summary>The set with the pitch of a MIDI number, 0 to 127, left out.</summary>
    internal PitchSet Without(int number) => Except(default(PitchSet).With(number));

    /// <summary>The least MIDI number of the set that is not below a number; 128 where there is none.</summary>
    internal int NextFrom(int number)
    {
        ulong low = number < 64 ? _low & (ulong.MaxValue << number) : 0;
        ulong high = number < 64 ? _high : number < 128 ? _high & (ulong.MaxValue << (number - 64)) : 0;
        return low != 0 ? BitOperations.TrailingZeroCount(low) : high != 0 ? 64 + BitOperations.TrailingZeroCount(high) : 128;
    }

    /// <summary>The pitches of both sets.</summary>
    public PitchSet Intersect(PitchSet other) => new(_low & other._low, _high & other._high);

    /// <summary>The pitches of either set.</summary>
    public PitchSet Union(PitchSet other) => new(_low | other._low, _high | other._high);

    /// <summary>The pitches of this set that are not in another.</summary>
    public PitchSet Except(PitchSet other) => new(_low & ~other._low, _high & ~other._high);

    /// <summary>
    /// The names, the lowest first, with commas between: a pitch class that is there in every octave by its own name, as <c>F, C#4</c>.
    /// </summary>
    public override string ToString()
    {
        PitchSet set = this;
        int[] whole = [.. Enumerable.Range(0, 12).Where(pitchClass => OfClasses([pitchClass]).Except(set).IsEmpty)];
        return string.Join(", ", (string[])
        [
            .. whole.Select(ClassName),
            .. set.Except(OfClasses(whole)).Pitches.Select(pitch => pitch.ToString()),
        ]);
    }
}
