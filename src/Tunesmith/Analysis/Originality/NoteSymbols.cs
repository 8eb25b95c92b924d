namespace Tunesmith.Analysis.Originality;

/// <summary>
/// What a note is beside the two before it: the interval to the one before, and the ratio of the onset distance up to it to the one before
/// that, as an exact fraction. Transposing a song or stretching its time leaves them as they are. Each is one number, so that songs are
/// texts of numbers.
/// </summary>
internal sealed class NoteSymbols
{
    /// <summary>The number that stands where a song ends, and for what no song has. It is equal to nothing.</summary>
    public const int None = 0;

    private const int RatioBits = 28; // as MelodyNotes.MostSteps

    private readonly ulong[] _known;

    private NoteSymbols(ulong[] known) => _known = known;

    /// <summary>How many numbers there are, <see cref="None"/> among them.</summary>
    public int Count => _known.Length + 1;

    /// <summary>The bytes that are kept.</summary>
    public long Bytes => sizeof(ulong) * (long)_known.Length;

    /// <summary>The interval up to a note, as a number from 1 to 255.</summary>
    /// <param name="notes">The song.</param>
    /// <param name="note">1 or more.</param>
    public static byte IntervalTo(MelodyNotes notes, int note) => (byte)(notes.Pitches[note] - notes.Pitches[note - 1] + 128);

    /// <summary>Finds the symbols that some songs have.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="text">
    /// Receives for each note of each song in order the number of its symbol; of the first two notes of each none.
    /// </param>
    public static NoteSymbols Of(IReadOnlyList<MelodyNotes> songs, Span<int> text)
    {
        ulong[] symbols = new ulong[songs.Sum(song => Math.Max(0, song.Count - 2))];
        int count = 0;
        foreach (MelodyNotes song in songs)
        {
            for (int note = 2; note < song.Count; note++)
            {
                symbols[count++] = Symbol(song, note);
            }
        }

        ulong[] sorted = [.. symbols];
        Array.Sort(sorted);
        int different = 0;
        foreach (ulong symbol in sorted)
        {
            if (different == 0 || sorted[different - 1] != symbol)
            {
                sorted[different++] = symbol;
            }
        }

        NoteSymbols known = new(sorted[..different]);
        text.Clear();
        int place = 0;
        count = 0;
        foreach (MelodyNotes song in songs)
        {
            for (int note = 2; note < song.Count; note++)
            {
                text[place + note] = known.NumberOf(symbols[count++]);
            }

            place += song.Count;
        }

        return known;
    }

    /// <summary>The number of a note's symbol; <see cref="None"/> where no song has it.</summary>
    /// <param name="notes">The song.</param>
    /// <param name="note">2 or more.</param>
    public int NumberOf(MelodyNotes notes, int note) => NumberOf(Symbol(notes, note));

    private int NumberOf(ulong symbol)
    {
        int index = Array.BinarySearch(_known, symbol);
        return index < 0 ? None : index + 1;
    }

    private static ulong Symbol(MelodyNotes notes, int note)
    {
        ReadOnlySpan<int> onsets = notes.Onsets;
        int distance = onsets[note] - onsets[note - 1];
        int before = onsets[note - 1] - onsets[note - 2];
        int divisor = distance == before ? distance : GreatestCommonDivisor(distance, before);
        ulong ratio = ((ulong)(distance / divisor) << RatioBits) | (uint)(before / divisor);
        return ((ulong)IntervalTo(notes, note) << (2 * RatioBits)) | ratio;
    }

    private static int GreatestCommonDivisor(int one, int other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
