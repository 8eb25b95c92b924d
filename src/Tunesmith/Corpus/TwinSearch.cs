using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>
/// Finds transposed and re-timed twins across titles: pairs of songs of different title groups whose sequences of intervals, from one
/// note to the next, have a passage of p notes in common with <c>p &gt;= 16</c> and <c>p &gt;= 0.8 n</c>, n being the notes of the song
/// that has fewer, and with 8 or more different runs of four notes, so that neither a scale nor a figure of a few notes said again and
/// again counts as a tune. Rests and times are passed over.
/// </summary>
/// <remarks>
/// Such a passage holds the middle notes of the shorter song, whatever it leaves out at the ends. So the 8 middle notes of each song, as
/// 7 intervals packed in one number, are looked up at every place of every song, and what is found is followed both ways as far as it
/// agrees: time in proportion to all notes together. Middle notes that more than 64 songs share are looked for in the first 64 of them.
/// </remarks>
internal static class TwinSearch
{
    private const int LeastNotes = 16;
    private const double LeastShare = 0.8;
    private const int LeastRuns = 8;
    private const int SeedIntervals = 7;
    private const int MostOwners = 64;
    private const ulong SeedMask = (1UL << (8 * SeedIntervals)) - 1;

    /// <summary>The twins among songs, in the order of their numbers.</summary>
    /// <param name="songs">The songs' notes.</param>
    /// <param name="groups">The title groups; songs of one group are no twins, for they are never split.</param>
    public static IReadOnlyList<SongTwin> Among(IReadOnlyList<NoteLine> songs, IReadOnlyList<TitleGroup> groups)
    {
        int[] groupOf = new int[songs.Count];
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (int song in groups[group].Songs)
            {
                groupOf[song] = group;
            }
        }

        Dictionary<ulong, List<int>> owners = Owners(songs);
        SortedDictionary<(int First, int Second), SongTwin> twins = [];
        for (int longer = 0; longer < songs.Count; longer++)
        {
            ulong seed = 0;
            for (int note = 1; note < songs[longer].Length; note++)
            {
                seed = Append(seed, songs[longer].Interval(note));
                if (note < SeedIntervals || !owners.TryGetValue(seed, out List<int>? candidates))
                {
                    continue;
                }

                foreach (int shorter in candidates)
                {
                    (int First, int Second) pair = shorter < longer ? (shorter, longer) : (longer, shorter);
                    if (groupOf[shorter] != groupOf[longer]
                        && songs[shorter].Length <= songs[longer].Length
                        && !twins.ContainsKey(pair)
                        && Follow(songs[shorter], EndOfMiddle(songs[shorter]), songs[longer], note) is { } passage)
                    {
                        twins.Add(pair, Twin(songs, pair, shorter, passage));
                    }
                }
            }
        }

        return [.. twins.Values];
    }

    /// <summary>The last of a song's 8 middle notes.</summary>
    private static int EndOfMiddle(NoteLine song) => ((song.Length - SeedIntervals - 1) / 2) + SeedIntervals;

    private static Dictionary<ulong, List<int>> Owners(IReadOnlyList<NoteLine> songs)
    {
        Dictionary<ulong, List<int>> owners = [];
        for (int song = 0; song < songs.Count; song++)
        {
            if (songs[song].Length < LeastNotes)
            {
                continue;
            }

            ulong seed = 0;
            int last = EndOfMiddle(songs[song]);
            for (int note = last - SeedIntervals + 1; note <= last; note++)
            {
                seed = Append(seed, songs[song].Interval(note));
            }

            if (!owners.TryGetValue(seed, out List<int>? list))
            {
                owners[seed] = list = [];
            }

            if (list.Count < MostOwners)
            {
                list.Add(song);
            }
        }

        return owners;
    }

    private static ulong Append(ulong seed, int interval) => ((seed << 8) | (byte)(sbyte)interval) & SeedMask;

    /// <summary>Follows two songs both ways from a note of each while their intervals agree; null where that is not far enough.</summary>
    private static Passage? Follow(NoteLine shorter, int here, NoteLine longer, int there)
    {
        int back = 0;
        while (back < here && back < there && shorter.Interval(here - back) == longer.Interval(there - back))
        {
            back++;
        }

        int on = 0;
        while (here + on + 1 < shorter.Length && there + on + 1 < longer.Length
            && shorter.Interval(here + on + 1) == longer.Interval(there + on + 1))
        {
            on++;
        }

        Passage passage = new(here - back, there - back, back + on + 1);
        bool isLong = passage.Notes >= LeastNotes && passage.Notes >= LeastShare * shorter.Length;
        return isLong && IsTune(shorter, passage) ? passage : null;
    }

    private static bool IsTune(NoteLine song, Passage passage) =>
        Enumerable.Range(passage.Here + 3, passage.Notes - 3)
            .Select(note => (song.Interval(note - 2), song.Interval(note - 1), song.Interval(note)))
            .Distinct()
            .Count() >= LeastRuns;

    private static SongTwin Twin(IReadOnlyList<NoteLine> songs, (int First, int Second) pair, int shorter, Passage passage)
    {
        (int inFirst, int inSecond) = pair.First == shorter ? (passage.Here, passage.There) : (passage.There, passage.Here);
        NoteLine first = songs[pair.First];
        NoteLine second = songs[pair.Second];
        int[] firstTimes = first.Times(inFirst, passage.Notes);
        int[] secondTimes = second.Times(inSecond, passage.Notes);
        bool even = firstTimes.Zip(secondTimes).All(times => (long)times.First * secondTimes[0] == (long)times.Second * firstTimes[0]);
        return new SongTwin(
            pair.First,
            pair.Second,
            passage.Notes,
            (double)passage.Notes / songs[shorter].Length,
            second.Pitches[inSecond] - first.Pitches[inFirst],
            even ? (double)secondTimes[0] / firstTimes[0] : null);
    }

    /// <summary>Notes that two songs have in common.</summary>
    /// <param name="Here">The passage's first note in the shorter song.</param>
    /// <param name="There">The passage's first note in the longer song.</param>
    /// <param name="Notes">How many notes.</param>
    private readonly record struct Passage(int Here, int There, int Notes);
}
