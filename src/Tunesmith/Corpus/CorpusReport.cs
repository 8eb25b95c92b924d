using System.Runtime.InteropServices;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>
/// What is to be said of a corpus as a whole: which songs are copies and twins of which, what all of them hold, and what a model of them
/// will not know. What is to be said of one file is in its <see cref="CorpusFile"/>. Time and memory grow with the songs, also where all
/// are one.
/// </summary>
public sealed record CorpusReport
{
    /// <summary>The totals of the songs that are learned from.</summary>
    public required CorpusTotals Totals { get; init; }

    /// <summary>The titles, and the pairs that join all twins.</summary>
    public required TitleReport Titles { get; init; }

    /// <summary>
    /// For each song, by its number, another with exactly the same melody: the first of them, or for the first the second. Null where it
    /// has no copy.
    /// </summary>
    public required IReadOnlyList<SongPartner?> CopyOf { get; init; }

    /// <summary>
    /// For each song, by its number, another of another title that is the same transposed or re-timed; null where there is none.
    /// </summary>
    public required IReadOnlyList<SongPartner?> TwinOf { get; init; }

    /// <summary>How many songs have an exact copy.</summary>
    public int SongsWithCopy => CopyOf.Count(copy => copy is not null);

    /// <summary>How many songs have a twin of another title.</summary>
    public int SongsWithTwin => TwinOf.Count(twin => twin is not null);

    /// <summary>What a model of these songs will not know (<see cref="CorpusRemarks"/>).</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>How many files have each cause to be left out, most first.</summary>
    public required IReadOnlyList<KeyValuePair<CorpusCause, int>> LeftOut { get; init; }

    /// <summary>How many songs lack something by each cause, most first.</summary>
    public required IReadOnlyList<KeyValuePair<CorpusCause, int>> Missing { get; init; }

    /// <summary>How many songs are used in part.</summary>
    public required int PartlyUsed { get; init; }

    /// <summary>Looks through a corpus.</summary>
    public static CorpusReport Of(SongCorpus corpus)
    {
        bool isEmpty = corpus.Songs.Count == 0;
        TitleReport titles = isEmpty ? new TitleReport([], []) : TitleReport.Of(corpus);
        return new CorpusReport
        {
            Totals = CorpusTotals.Of(corpus),
            Titles = titles,
            CopyOf = Copies(corpus.Songs),
            TwinOf = Twins(titles.Twins, corpus.Songs.Count),
            Remarks = isEmpty ? [] : CorpusRemarks.Of(corpus, titles, holdsOut: true),
            LeftOut = Count(corpus.Files.Select(file => file.LeftOut).OfType<CorpusReason>()),
            Missing = Count(corpus.Songs.SelectMany(song => song.Missing.DistinctBy(reason => reason.Cause))),
            PartlyUsed = corpus.Songs.Count(song => song.Status == CorpusFileStatus.PartlyUsed),
        };
    }

    private static KeyValuePair<CorpusCause, int>[] Count(IEnumerable<CorpusReason> reasons) =>
        [.. reasons.CountBy(reason => reason.Cause).OrderByDescending(cause => cause.Value).ThenBy(cause => cause.Key)];

    private static SongPartner?[] Copies(IReadOnlyList<CorpusFile> songs)
    {
        SongPartner?[] partners = new SongPartner?[songs.Count];
        Dictionary<Melody, List<int>> same = new(new SameSteps());
        for (int song = 0; song < songs.Count; song++)
        {
            if (!same.TryGetValue(songs[song].Melody!, out List<int>? copies))
            {
                same[songs[song].Melody!] = copies = [];
            }

            copies.Add(song);
        }

        foreach (List<int> copies in same.Values.Where(copies => copies.Count > 1))
        {
            foreach (int song in copies)
            {
                partners[song] = new SongPartner(song == copies[0] ? copies[1] : copies[0], copies.Count - 2, null);
            }
        }

        return partners;
    }

    private static SongPartner?[] Twins(IReadOnlyList<SongTwin> twins, int songs)
    {
        DisjointSets sets = new(songs);
        foreach (SongTwin twin in twins)
        {
            sets.Join(twin.First, twin.Second);
        }

        Dictionary<int, int> sizes = Enumerable.Range(0, songs).CountBy(sets.LeaderOf).ToDictionary();
        SongPartner?[] partners = new SongPartner?[songs];
        foreach (SongTwin twin in twins)
        {
            int others = sizes[sets.LeaderOf(twin.First)] - 2;
            partners[twin.First] ??= new SongPartner(twin.Second, others, twin);
            partners[twin.Second] ??= new SongPartner(twin.First, others, twin);
        }

        return partners;
    }

    /// <summary>Compares melodies by their steps alone.</summary>
    private sealed class SameSteps : IEqualityComparer<Melody>
    {
        public bool Equals(Melody? x, Melody? y) => x!.Steps.SequenceEqual(y!.Steps);

        public int GetHashCode(Melody melody)
        {
            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes(melody.Steps));
            return hash.ToHashCode();
        }
    }
}
