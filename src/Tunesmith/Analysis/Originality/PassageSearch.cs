namespace Tunesmith.Analysis.Originality;

/// <summary>
/// Finds for each note of a song the longest passage from it on that an index has. What has been found for one note is, but for its first
/// unit, found for the next, so that each unit of the song is looked for twice at most: the time grows with its notes and with the
/// logarithm of the index's, whatever the songs are.
/// </summary>
internal sealed class PassageSearch
{
    private readonly PassageIndex _index;
    private readonly byte[] _intervals;
    private readonly int[] _text;
    private readonly Place[] _places;

    /// <summary>Searches an index for the passages of a song.</summary>
    public PassageSearch(PassageIndex index, MelodyNotes song)
    {
        _index = index;
        Song = song;
        _intervals = new byte[song.Count];
        _text = new int[song.Count];
        for (int note = 1; note < song.Count; note++)
        {
            _intervals[note] = NoteSymbols.IntervalTo(song, note);
            _text[note] = note == 1 ? NoteSymbols.None : index.Symbols.NumberOf(song, note);
        }

        _places = new Place[Math.Max(0, song.Count - 1)];
        if (index.Count > 0)
        {
            Find();
        }
    }

    /// <summary>The song.</summary>
    public MelodyNotes Song { get; }

    /// <summary>For each note but the last where the passage from it on stands among those of the index.</summary>
    public ReadOnlySpan<Place> Places => _places;

    /// <summary>For each note the notes of the longest passage from it on that the index has, too; 0 where there is none of two.</summary>
    public int[] Longest() =>
    [
        .. _places.Select(place => Math.Max(place.Above, place.Below) is var units and > 0 ? units + 1 : 0),
        .. Song.Count > 0 ? [0] : Array.Empty<int>(),
    ];

    private void Find()
    {
        Range found = new(0, _index.Count, 0);
        for (int note = 0; note < _places.Length; note++)
        {
            int at;
            (found, at) = Follow(found, note);
            int above = at == found.First ? UnitsBefore(found.First) : found.Units;
            int below = at == found.End ? UnitsBefore(found.End) : found.Units;
            _places[note] = new Place(at, above, below);
            found = WithoutFirst(found);
        }
    }

    /// <summary>Follows the passage from a note on as far as the index has it; tells where it stands among what is left there.</summary>
    private (Range Found, int At) Follow(Range found, int note)
    {
        while (note + found.Units + 1 < Song.Count)
        {
            int unit = found.Units == 0 ? _intervals[note + 1] : _text[note + 1 + found.Units];
            int first = FirstFrom(found, unit);
            int end = unit == NoteSymbols.None ? first : FirstFrom(found with { First = first }, unit + 1);
            if (first == end)
            {
                return (found, first);
            }

            found = new Range(first, end, found.Units + 1);
        }

        return (found, found.First);
    }

    /// <summary>The first passage of a range whose next unit is not below one; the end of the range where there is none.</summary>
    private int FirstFrom(Range range, int unit)
    {
        (int low, int high) = (range.First, range.End);
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (_index.Unit(_index.NoteAt(middle), range.Units) < unit)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The passages of the index that begin like those of a range without their first notes.</summary>
    private Range WithoutFirst(Range range)
    {
        int units = range.Units - 1;
        if (units < 1)
        {
            return new Range(0, _index.Count, 0);
        }

        int rank = _index.RankOf(_index.NoteAt(range.First) + 1);
        return new Range(_index.Common.LastBelow(rank, units), _index.Common.FirstBelow(rank + 1, units), units);
    }

    private int UnitsBefore(int rank) => rank < _index.Count ? _index.Common[rank] : 0;

    /// <summary>Where a passage stands in the order of the index's.</summary>
    /// <param name="Rank">The passages before it; 0 to their number.</param>
    /// <param name="Above">The units that it has in common with the one before it.</param>
    /// <param name="Below">The units that it has in common with the one after it.</param>
    public readonly record struct Place(int Rank, int Above, int Below);

    /// <summary>The passages of the index that begin with so many units.</summary>
    private readonly record struct Range(int First, int End, int Units);
}
