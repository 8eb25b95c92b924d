using Tunesmith.Music;

namespace Tunesmith.Analysis.Originality;

/// <summary>
/// Many songs, ready to be asked what another song has in common with them. A passage of notes is shared where all intervals agree, and
/// all ratios of one onset distance to the one before it, exactly: it may be transposed, and stretched or squeezed in time, and where
/// notes end does not count. A passage of one repeated pitch in even time is nobody's and does not count, unless it goes on.
/// </summary>
/// <remarks>docs/originality.md gives the whole definition with examples.</remarks>
public sealed class OriginalityIndex
{
    /// <summary>The notes of the shortest passage that is named and covers its notes: 8.</summary>
    public const int LeastNotes = 8;

    private static readonly double[] Quantiles = [0.5, 0.9, 1];

    private readonly PassageIndex[] _hearings;
    private readonly RealSongs _real;

    private OriginalityIndex(OriginalitySong[] songs, PassageIndex[] hearings, OriginalityFigures[] figures)
    {
        Songs = songs;
        Figures = figures;
        _hearings = hearings;
        bool hasOthers = songs.Any(song => song.Group != songs[0].Group);
        _real = new RealSongs(figures.Where((_, song) => hasOthers && HasEnough(songs[song].Hearings)));
    }

    /// <summary>The songs.</summary>
    public IReadOnlyList<OriginalitySong> Songs { get; }

    /// <summary>What each song shares with those of other title groups.</summary>
    public IReadOnlyList<OriginalityFigures> Figures { get; }

    /// <summary>
    /// How many songs others are compared with: those of at least <see cref="LeastNotes"/> notes; 0 where all are one title.
    /// </summary>
    public int RealSongs => _real.Count;

    /// <summary>How many notes are indexed, those of every hearing counted.</summary>
    public long Notes => _hearings.Sum(hearing => (long)hearing.Notes);

    /// <summary>About how many bytes the index takes, without names.</summary>
    public long Bytes => _hearings.Sum(hearing => hearing.Bytes);

    /// <summary>Indexes songs, and finds what each shares with those of other title groups.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="threads">
    /// How many hearings are indexed at a time; 1 or more, null for as many as there are processors. The result does not depend on it.
    /// </param>
    /// <param name="cancellationToken">Stops it between two parts of the work.</param>
    /// <exception cref="ArgumentException">There is no song, or they are not all heard on the same grids.</exception>
    public static OriginalityIndex Build(
        IEnumerable<OriginalitySong> songs, int? threads = null, CancellationToken cancellationToken = default)
    {
        OriginalitySong[] all = [.. songs];
        if (all.Length == 0 || all[0].Hearings.Count == 0)
        {
            throw new ArgumentException("Expected at least one song, with at least one hearing.", nameof(songs));
        }

        int[] grids = GridsOf(all[0].Hearings);
        foreach (OriginalitySong song in all)
        {
            RequireGrids(song.Hearings, grids, nameof(songs));
        }

        PassageIndex[] hearings = new PassageIndex[grids.Length];
        OriginalityFigures[][] figures = new OriginalityFigures[grids.Length][];
        int[] groups = Array.ConvertAll(all, song => song.Group);
        ParallelOptions parallel =
            new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, grids.Length, parallel, hearing =>
        {
            PassageIndex index = new([.. all.Select(song => song.Hearings[hearing])]);
            cancellationToken.ThrowIfCancellationRequested();
            int[] longest = OtherTitles.Longest(index, groups);
            hearings[hearing] = index;
            figures[hearing] =
            [
                .. index.Songs.Select((notes, song) => Coverage.Of(notes, longest.AsSpan(index.StartOf(song), notes.Count))),
            ];
        });
        return new OriginalityIndex(
            all, hearings, [.. all.Select((_, song) => figures.Select(hearing => hearing[song]).Aggregate(OriginalityFigures.Higher))]);
    }

    /// <summary>Compares a song, heard on one grid, with those of an index of that grid.</summary>
    /// <param name="melody">The song.</param>
    /// <param name="from">The first step that is judged.</param>
    /// <exception cref="ArgumentException">The index has other grids.</exception>
    public OriginalityReport Judge(Melody melody, int from = 0) => Judge([MelodyNotes.Of(melody, from)]);

    /// <summary>Compares a song with all songs of the index.</summary>
    /// <param name="hearings">The song, heard on the grids of the index in their order.</param>
    /// <exception cref="ArgumentException">They are other grids.</exception>
    public OriginalityReport Judge(IReadOnlyList<MelodyNotes> hearings)
    {
        PassageSearch[] searches = Search(hearings);
        OriginalityHearing[] heard = Hear(searches);
        OriginalityFigures figures = Higher(heard);
        Dictionary<int, SharedPassage> passages = [];
        for (int hearing = 0; hearing < searches.Length; hearing++)
        {
            foreach ((int song, PassagesBySong.Match match) in PassagesBySong.Of(_hearings[hearing], searches[hearing]))
            {
                if (!passages.TryGetValue(song, out SharedPassage? other) || match.Notes > other.Notes)
                {
                    passages[song] = PassageOf(song, match, searches[hearing].Song, _hearings[hearing].Songs[song]);
                }
            }
        }

        return new OriginalityReport(figures, Place(hearings, figures))
        {
            Hearings = heard,
            Real = RealSongs == 0 ? [] : [.. Quantiles.Select(share => new RealQuantile(share, _real.Quantile(share)))],
            Passages = [.. passages.Values.OrderByDescending(passage => passage.Notes).ThenBy(passage => passage.Song)],
        };
    }

    /// <summary>The figures of a song and where it stands, without the passages: what rejecting and choosing songs needs.</summary>
    /// <param name="hearings">The song, heard on the grids of the index in their order.</param>
    /// <exception cref="ArgumentException">They are other grids.</exception>
    public OriginalityMeasure Measure(IReadOnlyList<MelodyNotes> hearings)
    {
        OriginalityFigures figures = Higher(Hear(Search(hearings)));
        return new OriginalityMeasure(figures, Place(hearings, figures));
    }

    /// <summary>The same for a song that is heard on one grid.</summary>
    /// <param name="melody">The song.</param>
    /// <param name="from">The first step that is judged.</param>
    /// <exception cref="ArgumentException">The index has other grids.</exception>
    public OriginalityMeasure Measure(Melody melody, int from = 0) => Measure([MelodyNotes.Of(melody, from)]);

    private PassageSearch[] Search(IReadOnlyList<MelodyNotes> hearings)
    {
        RequireGrids(hearings, GridsOf(Songs[0].Hearings), nameof(hearings));
        return [.. _hearings.Select((index, hearing) => new PassageSearch(index, hearings[hearing]))];
    }

    private static OriginalityHearing[] Hear(PassageSearch[] searches) => Array.ConvertAll(
        searches,
        search => new OriginalityHearing(search.Song.StepsPerQuarter, search.Song.Count, Coverage.Of(search.Song, search.Longest())));

    private static OriginalityFigures Higher(OriginalityHearing[] hearings) =>
        hearings.Select(hearing => hearing.Figures).Aggregate(default(OriginalityFigures), OriginalityFigures.Higher);

    private OriginalityStanding Place(IReadOnlyList<MelodyNotes> hearings, OriginalityFigures figures) =>
        HasEnough(hearings) ? _real.Place(figures) : default;

    private static bool HasEnough(IReadOnlyList<MelodyNotes> hearings) => hearings.Any(hearing => hearing.Count >= LeastNotes);

    private SharedPassage PassageOf(int song, PassagesBySong.Match match, MelodyNotes own, MelodyNotes other)
    {
        int last = match.Note + match.Notes - 1;
        int otherLast = match.Other + match.Notes - 1;
        return new SharedPassage(song, Songs[song].Name, match.Notes, own.StepsPerQuarter)
        {
            FirstNote = match.Note,
            OtherFirstNote = match.Other,
            Bars = (own.BarOf(match.Note), own.BarOf(last)),
            OtherBars = (other.BarOf(match.Other), other.BarOf(otherLast)),
            Semitones = own.Pitches[match.Note] - other.Pitches[match.Other],
            Stretch = (double)(own.Onsets[last] - own.Onsets[match.Note]) / (other.Onsets[otherLast] - other.Onsets[match.Other]),
            IsWhole = match.Notes == own.Count && match.Notes == other.Count,
        };
    }

    private static int[] GridsOf(IReadOnlyList<MelodyNotes> hearings) => [.. hearings.Select(hearing => hearing.StepsPerQuarter)];

    private static void RequireGrids(IReadOnlyList<MelodyNotes> hearings, int[] grids, string name)
    {
        int[] found = GridsOf(hearings);
        if (!found.SequenceEqual(grids))
        {
            throw new ArgumentException(
                $"Expected hearings on {string.Join(" and ", grids)} steps a quarter, found {string.Join(" and ", found)}.", name);
        }
    }
}
