namespace Tunesmith.Music.Abc;

/// <summary>The seven letters, 0 for C to 6 for B.</summary>
internal static class AbcLetters
{
    /// <summary>The capital letters by their place.</summary>
    public const string Capitals = "CDEFGAB";

    private static readonly int[] Classes = [0, 2, 4, 5, 7, 9, 11];

    /// <summary>The place of a letter of either case; -1 for what is none.</summary>
    public static int PlaceOf(char letter) => Capitals.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);

    /// <summary>The MIDI number of a letter in the octave of middle C: 60 for C to 71 for B.</summary>
    public static int NumberOf(int letter) => 60 + Classes[letter];
}
