namespace Tunesmith.Music.Abc.Writing;

/// <summary>
/// The key in which a song is written, and how its pitches are spelled there. Of the signatures from six flats to six sharps it is the one
/// that leaves out the fewest notes of the song; of several, one whose major or minor tonic is the last note, then that of the fewest
/// signs, then that of sharps. The last note says whether it is called major, minor, dorian or mixolydian; where it is none of their
/// tonics, major.
/// </summary>
internal sealed class AbcSpelling
{
    private const int MostSigns = 6;
    private const int BelowKey = 4; // the line of fifths is cut from 3 fifths below the key's lowest...
    private const string Fifths = "FCGDAEB"; // letters in the order of the line of fifths, F at -1

    private readonly int _fifths;
    private readonly int[] _lineOf = new int[12]; // where a pitch class stands on the line of fifths, C at 0

    private AbcSpelling(int fifths, int lastClass)
    {
        _fifths = fifths;
        Key = AbcKey.OfFifths(fifths);
        for (int place = fifths - BelowKey + 1; place <= fifths - BelowKey + 12; place++)
        {
            _lineOf[ClassAt(place)] = place;
        }

        int mode = Array.FindIndex([0, 3, 2, 1], above => ClassAt(fifths + above) == lastClass);
        int tonic = fifths + (mode switch { 1 => 3, 2 => 2, 3 => 1, _ => 0 });
        Name = NameAt(tonic) + (mode switch { 1 => "m", 2 => "dor", 3 => "mix", _ => "" });
    }

    /// <summary>The key.</summary>
    public AbcKey Key { get; }

    /// <summary>What <c>K:</c> says, such as <c>G</c>, <c>Em</c>, <c>Ador</c> or <c>Dmix</c>.</summary>
    public string Name { get; }

    /// <summary>Finds the key of some notes.</summary>
    /// <param name="notes">The notes; at least one.</param>
    public static AbcSpelling Of(IReadOnlyList<Note> notes)
    {
        int[] counts = new int[12];
        foreach (Note note in notes)
        {
            counts[note.Pitch.Class]++;
        }

        int last = notes.MaxBy(note => (note.Onset, note.Pitch.Number)).Pitch.Class;
        int best = Enumerable.Range(-MostSigns, (2 * MostSigns) + 1)
            .OrderBy(fifths => Enumerable.Range(fifths - 1, 7).Sum(place => -counts[ClassAt(place)]))
            .ThenBy(fifths => ClassAt(fifths) == last || ClassAt(fifths + 3) == last ? 0 : 1)
            .ThenBy(Math.Abs)
            .ThenByDescending(fifths => fifths)
            .First();
        return new AbcSpelling(best, last);
    }

    /// <summary>How a pitch is spelled: as in the key where it belongs to it, else from three fifths below it to three above.</summary>
    /// <returns>The letter, 0 for C to 6 for B; by how much it is altered, -2 to 2; its octave, 0 for that of middle C.</returns>
    public (int Letter, int Alteration, int Octave) Spell(Pitch pitch)
    {
        int place = _lineOf[pitch.Class];
        int letter = AbcLetters.PlaceOf(Fifths[((place + 1) % 7 + 7) % 7]);
        int alteration = FloorDivide(place + 1, 7);
        int natural = pitch.Number - alteration;
        return (letter, alteration, FloorDivide(natural - AbcLetters.NumberOf(letter), 12));
    }

    private static string NameAt(int place)
    {
        int alteration = FloorDivide(place + 1, 7);
        return Fifths[((place + 1) % 7 + 7) % 7] + (alteration > 0 ? new string('#', alteration) : new string('b', -alteration));
    }

    private static int ClassAt(int place) => ((7 * place % 12) + 12) % 12;

    private static int FloorDivide(int a, int b) => (int)Math.Floor((double)a / b);
}
