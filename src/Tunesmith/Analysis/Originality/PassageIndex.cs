namespace Tunesmith.Analysis.Originality;

/// <summary>
/// All passages of some songs, sorted. A passage that begins at a note is a row of units: first the interval to the next note, then the
/// symbol (<see cref="NoteSymbols"/>) of each note after that one. So the first onset distance is free, as only its ratio to the next one
/// counts, and n units in common are n + 1 notes.
/// </summary>
/// <remarks>
/// The rows are the suffixes of a text of symbols with an interval before each: the suffixes are sorted, then dealt out by their
/// intervals in that order. What neighbours have in common follows from one walk over the notes (Kasai and others, 2001): two rows with n
/// units in common have n - 1 in common without their first notes, and keep their order.
/// </remarks>
internal sealed class PassageIndex
{
    private readonly MelodyNotes[] _songs;
    private readonly int[] _starts;
    private readonly byte[] _intervals;
    private readonly int[] _text;
    private readonly int[] _order;
    private readonly int[] _ranks;

    /// <summary>Sorts the passages of songs, all heard on one grid.</summary>
    public PassageIndex(IReadOnlyList<MelodyNotes> songs)
    {
        _songs = [.. songs];
        _starts = new int[songs.Count + 1];
        for (int song = 0; song < songs.Count; song++)
        {
            _starts[song + 1] = checked(_starts[song] + songs[song].Count);
        }

        int notes = _starts[^1];
        _text = new int[notes + 1]; // one more, for a passage of the last two notes to end at
        Symbols = NoteSymbols.Of(_songs, _text);
        _intervals = new byte[notes];
        for (int song = 0; song < _songs.Length; song++)
        {
            for (int note = 1; note < _songs[song].Count; note++)
            {
                _intervals[_starts[song] + note] = NoteSymbols.IntervalTo(_songs[song], note);
            }
        }

        _order = Sort(_text, Symbols.Count, _intervals);
        _ranks = new int[notes];
        _ranks.AsSpan().Fill(-1);
        for (int rank = 0; rank < _order.Length; rank++)
        {
            _ranks[_order[rank]] = rank;
        }

        Common = new CommonUnits(Neighbours());
    }

    /// <summary>How many passages there are: the notes that another follows in their song.</summary>
    public int Count => _order.Length;

    /// <summary>The symbols of the notes.</summary>
    public NoteSymbols Symbols { get; }

    /// <summary>How many units each passage has in common with the one before it in the order; the first 0.</summary>
    public CommonUnits Common { get; }

    /// <summary>The notes of all songs.</summary>
    public int Notes => _ranks.Length;

    /// <summary>The songs.</summary>
    public IReadOnlyList<MelodyNotes> Songs => _songs;

    /// <summary>The bytes that are kept.</summary>
    public long Bytes => Symbols.Bytes + (4L * _starts.Length) + Notes + (4L * (_text.Length + _order.Length + _ranks.Length))
        + (4L * 16 / 15 * Common.Length) + _songs.Sum(song => 5L * song.Count);

    /// <summary>The first note of a passage, counted over all songs.</summary>
    public int NoteAt(int rank) => _order[rank];

    /// <summary>The place in the order of the passage that begins at a note; -1 for a song's last note.</summary>
    public int RankOf(int note) => _ranks[note];

    /// <summary>The song of a note.</summary>
    public int SongOf(int note)
    {
        int song = Array.BinarySearch(_starts, note);
        if (song < 0)
        {
            return ~song - 1;
        }

        while (_starts[song + 1] == note)
        {
            song++; // past songs without notes, which begin at the same note
        }

        return song;
    }

    /// <summary>The first note of a song, counted over all songs.</summary>
    public int StartOf(int song) => _starts[song];

    /// <summary>A unit of a passage; <see cref="NoteSymbols.None"/> where it has ended. What lies beyond is another song's.</summary>
    /// <param name="note">The passage's first note, no song's last one.</param>
    /// <param name="unit">0 or more, up to the end and no further.</param>
    public int Unit(int note, int unit) => unit == 0 ? _intervals[note + 1] : _text[note + 1 + unit];

    private static int[] Sort(int[] text, int symbols, byte[] intervals)
    {
        int[] suffixes = SuffixArray.Of(text, symbols);
        int[] ends = new int[byte.MaxValue + 1];
        foreach (byte interval in intervals)
        {
            ends[interval] += interval == 0 ? 0 : 1; // 0 at the first note of a song
        }

        for (int interval = 1; interval < ends.Length; interval++)
        {
            ends[interval] += ends[interval - 1];
        }

        int[] order = new int[ends[^1]];
        for (int rank = suffixes.Length - 1; rank >= 0; rank--)
        {
            int second = suffixes[rank] - 1; // of the passage whose third note the suffix begins with
            if (second >= 1 && intervals[second] != 0)
            {
                order[--ends[intervals[second]]] = second - 1;
            }
        }

        return order;
    }

    private int[] Neighbours()
    {
        int[] common = new int[_order.Length];
        int units = 0;
        for (int note = 0; note < _ranks.Length; note++)
        {
            int rank = _ranks[note];
            if (rank <= 0)
            {
                units = 0;
                continue;
            }

            int other = _order[rank - 1];
            while (Unit(note, units) is var unit && unit != NoteSymbols.None && unit == Unit(other, units))
            {
                units++;
            }

            common[rank] = units;
            units = Math.Max(0, units - 1);
        }

        return common;
    }
}
