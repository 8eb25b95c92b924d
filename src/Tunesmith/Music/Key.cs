using System.Diagnostics.CodeAnalysis;

namespace Tunesmith.Music;

/// <summary>A key: a tonic and the scale on it, such as D minor. The default is C major.</summary>
public readonly record struct Key
{
    private const string Letters = "FCGDAEB"; // each a fifth above the one before

    private static readonly int[][] Scales = // in the order of Mode
    [
        [0, 2, 4, 5, 7, 9, 11],
        [0, 2, 3, 5, 7, 8, 10],
        [0, 2, 3, 5, 7, 9, 10],
        [0, 1, 3, 5, 7, 8, 10],
        [0, 2, 4, 6, 7, 9, 11],
        [0, 2, 4, 5, 7, 9, 10],
        [0, 1, 3, 5, 6, 8, 10],
        [0, 2, 3, 5, 7, 8, 11],
        [0, 2, 3, 5, 7, 9, 11],
    ];

    private static readonly (string Name, Mode Mode, int Fifths)[] Modes = // how many fifths from the major key of the tonic
    [
        ("major", Mode.Major, 0),
        ("minor", Mode.Minor, -3),
        ("dorian", Mode.Dorian, -2),
        ("phrygian", Mode.Phrygian, -4),
        ("lydian", Mode.Lydian, 1),
        ("mixolydian", Mode.Mixolydian, -1),
        ("locrian", Mode.Locrian, -5),
        ("harmonic minor", Mode.HarmonicMinor, -3),
        ("melodic minor", Mode.MelodicMinor, -3),
        ("ionian", Mode.Major, 0),
        ("aeolian", Mode.Minor, -3),
        ("maj", Mode.Major, 0),
        ("min", Mode.Minor, -3),
        ("m", Mode.Minor, -3),
        ("", Mode.Major, 0),
    ];

    /// <summary>Makes a key.</summary>
    /// <param name="tonic">The pitch class of its first note; 0 for C to 11 for B.</param>
    /// <param name="mode">The scale on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tonic is not 0 to 11, or the mode is none.</exception>
    public Key(int tonic, Mode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tonic);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tonic, 11);
        ArgumentOutOfRangeException.ThrowIfNegative((int)mode, nameof(mode));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)mode, Scales.Length, nameof(mode));
        Tonic = tonic;
        Mode = mode;
    }

    /// <summary>The pitch class of the first note; 0 for C to 11 for B.</summary>
    public int Tonic { get; }

    /// <summary>The scale.</summary>
    public Mode Mode { get; }

    /// <summary>The seven pitch classes of the scale, the tonic first; each 0 to 11.</summary>
    public IReadOnlyList<int> PitchClasses
    {
        get
        {
            int tonic = Tonic;
            return Array.ConvertAll(Scales[(int)Mode], degree => (tonic + degree) % 12);
        }
    }

    /// <summary>The pitches of the scale in every octave.</summary>
    public PitchSet Pitches => PitchSet.OfClasses(PitchClasses);

    /// <summary>Reads a key, such as <c>D minor</c>, <c>Dm</c>, <c>F# major</c>, <c>Bb dorian</c> or <c>A</c>, which is A major.</summary>
    /// <param name="text">What <see cref="TryParse"/> takes.</param>
    /// <exception cref="FormatException">The text names no key.</exception>
    public static Key Parse(string text) => TryParse(text, out Key key)
        ? key
        : throw new FormatException($"Expected a key such as D minor, F# major or Bb dorian, found \"{text}\".");

    /// <summary>
    /// Reads a key: a letter, then <c>#</c> or <c>b</c> where there is one, then a mode. Modes are major, minor, dorian, phrygian, lydian,
    /// mixolydian, locrian, harmonic minor and melodic minor, in letters of any case; ionian is major and aeolian minor; <c>m</c> is minor
    /// and nothing major.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key, where the text names one.</param>
    /// <returns>Whether it does.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Key key)
    {
        key = default;
        string trimmed = text?.Trim() ?? "";
        int accidental = trimmed.Length > 1 && trimmed[1] is '#' or 'b' ? 1 : 0;
        string tonicName = trimmed[..Math.Min(trimmed.Length, 1 + accidental)];
        string rest = trimmed[tonicName.Length..];
        string mode = string.Join(' ', rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        mode = rest.Trim() == "M" ? "maj" : mode; // M is major, m minor
        int index = Array.FindIndex(Modes, known => known.Name == mode);
        if (index < 0 || PitchSet.ClassOf(tonicName) is not { } tonic)
        {
            return false;
        }

        key = new Key(tonic, Modes[index].Mode);
        return true;
    }

    /// <summary>
    /// The name with the fewer accidentals in its signature, such as <c>Bb major</c> and <c>F# minor</c>; where six sharps are as many as
    /// six flats the one with sharps, but F for E sharp.
    /// </summary>
    public override string ToString()
    {
        (string name, _, int fromMajor) = Modes[(int)Mode];
        int sharps = Tonic * 7 % 12; // of the tonic's major key, the tonic spelled with a sharp or without any
        bool hasFlats = sharps + fromMajor > 6 || sharps == 11; // 11 are those of E sharp, which is called F
        int place = (hasFlats ? sharps - 12 : sharps) + 1; // in the row of letters, and seven more for each sharp
        string accidental = place < 0 ? "b" : place < 7 ? "" : "#";
        return $"{Letters[(place + 14) % 7]}{accidental} {name}";
    }
}
