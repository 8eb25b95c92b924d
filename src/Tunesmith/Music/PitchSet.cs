using System.Diagnostics.CodeAnalysis;

namespace Tunesmith.Music;

/// <summary>A set of pitches. The default is the empty set.</summary>
public readonly record struct PitchSet
{
    private static readonly string[] ClassNames = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    private readonly UInt128 _bits; // bit n for pitch number n

    private PitchSet(UInt128 bits) => _bits = bits;

    /// <summary>All pitches, C-1 to G9.</summary>
    public static PitchSet All { get; } = new(UInt128.MaxValue);

    /// <summary>How many pitches there are.</summary>
    public int Count => (int)UInt128.PopCount(_bits);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _bits == UInt128.Zero;

    /// <summary>The pitches, the lowest first.</summary>
    public IEnumerable<Pitch> Pitches
    {
        get
        {
            PitchSet set = this;
            return Enumerable.Range(0, Pitch.Highest + 1).Select(number => new Pitch(number)).Where(set.Contains);
        }
    }

    /// <summary>The set of some pitches.</summary>
    public static PitchSet Of(IEnumerable<Pitch> pitches) =>
        new(pitches.Aggregate(UInt128.Zero, (bits, pitch) => bits | (UInt128.One << pitch.Number)));

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
    public static int? ClassOf(string name) => Pitch.TryParse(name + "4", out Pitch pitch) && !name.Any(char.IsDigit) && !name.Contains('-', StringComparison.Ordinal)
        ? pitch.Class
        : null;

    /// <summary>The name of a pitch class, with a sharp where needed.</summary>
    /// <param name="pitchClass">0 for C to 11 for B.</param>
    public static string ClassName(int pitchClass) => ClassNames[pitchClass];

    /// <summary>Whether a pitch is in the set.</summary>
    public bool Contains(Pitch pitch) => ((_bits >> pitch.Number) & UInt128.One) != UInt128.Zero;

    /// <summary>The pitches of both sets.</summary>
    public PitchSet And(PitchSet other) => new(_bits & other._bits);

    /// <summary>The pitches of either set.</summary>
    public PitchSet Or(PitchSet other) => new(_bits | other._bits);

    /// <summary>The pitches of this set that are not in another.</summary>
    public PitchSet Except(PitchSet other) => new(_bits & ~other._bits);

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
