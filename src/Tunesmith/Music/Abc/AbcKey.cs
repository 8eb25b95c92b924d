namespace Tunesmith.Music.Abc;

/// <summary>What a key signature does to each letter: -2 to 2 semitones, or more in keys beyond seven sharps or flats.</summary>
internal sealed class AbcKey
{
    /// <summary>The letters in the order in which sharps come: F C G D A E B, as places in C D E F G A B.</summary>
    private static readonly int[] SharpOrder = [3, 0, 4, 1, 5, 2, 6];

    private static readonly Dictionary<string, int> ModeFifths = new()
    {
        ["lyd"] = 1,
        ["maj"] = 0,
        ["ion"] = 0,
        ["mix"] = -1,
        ["dor"] = -2,
        ["min"] = -3,
        ["aeo"] = -3,
        ["phr"] = -4,
        ["loc"] = -5,
    };

    private readonly int[] _alterations; // of C D E F G A B

    private AbcKey(int[] alterations) => _alterations = alterations;

    /// <summary>C major, A minor, and no key at all.</summary>
    public static AbcKey None { get; } = OfFifths(0);

    /// <summary>
    /// The key with so many sharps, or flats below 0: letter number n of the order of sharps goes up by <c>floor((fifths + 6 - n) / 7)</c>.
    /// </summary>
    public static AbcKey OfFifths(int fifths)
    {
        int[] alterations = new int[7];
        for (int place = 0; place < 7; place++)
        {
            alterations[SharpOrder[place]] = (int)Math.Floor((fifths + 6 - place) / 7.0);
        }

        return new AbcKey(alterations);
    }

    /// <summary>How many sharps a tonic and a mode have, flats counting below 0; null for a mode that is none.</summary>
    /// <param name="tonic">C to B in capitals.</param>
    /// <param name="accidental">1 for a sharp, -1 for a flat.</param>
    /// <param name="mode">In letters of any case, of which three count; empty for major, <c>m</c> for minor.</param>
    public static int? FifthsOf(char tonic, int accidental, string mode)
    {
        int fifths = "FCGDAEB".IndexOf(tonic, StringComparison.Ordinal) - 1 + (7 * accidental);
        return mode switch
        {
            "" or "M" => fifths,
            "m" => fifths - 3,
            { Length: >= 3 } when ModeFifths.TryGetValue(mode[..3].ToLowerInvariant(), out int offset) => fifths + offset,
            _ => null,
        };
    }

    /// <summary>By how many semitones a letter is raised.</summary>
    /// <param name="letter">0 for C to 6 for B.</param>
    public int Of(int letter) => _alterations[letter];

    /// <summary>The key with one letter changed.</summary>
    public AbcKey With(int letter, int alteration)
    {
        int[] changed = [.. _alterations];
        changed[letter] = alteration;
        return new AbcKey(changed);
    }
}
