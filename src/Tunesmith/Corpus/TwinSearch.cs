using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>
/// Finds transposed and re-timed twins across titles: songs of different title groups whose sequences of intervals, from one
/// note to the next, have a passage of p notes in common with <c>p &gt;= 16</c> and <c>p &gt;= 0.8 n</c>, n being the notes of the song
/// that has fewer, and with 8 or more different runs of four notes, so that neither a scale nor a figure of a few notes said again and
/// again counts as a tune. Rests and times are passed over.
/// </summary>
/// <remarks>
/// Such a passage holds the middle notes of the shorter song, whatever it leaves out at the ends. So the 8 middle notes of each song, as
/// 7 intervals packed in one number, are looked up at every place of every song, and what is found is followed both ways as far as it
/// agrees. Middle notes that more than 64 songs share are looked for in the first 64 of them. Songs that twins join already are not
/// compared again: where a thousand songs are one tune there are 999 pairs, which join all, and not half a million. For each note of a
/// song at most a thousand are followed, so that time grows with all notes together, whatever they are.
/// </remarks>
internal static class TwinSearch
{
    private const int LeastNotes = 16;
    private const double LeastShare = 0.8;
    private const int LeastRuns = 8;
    private const int SeedIntervals = 7;
    private const int MostOwners = 64;
    private const long FollowedForEachNote = 1_000;
    private const ulong SeedMask = (1UL << (8 * SeedIntervals)) - 1;

    /// <summary>Pairs of twins in the order of their numbers, as few as join all that are twins.</summary>
    /// <param name="songs">The songs' notes.</param>
    /// <param name="groups">The title groups; songs of one group are no twins, for they are never split.</param>
    /// <param name="isOnFirstSide">
    /// Where the songs stand on two sides, whether a song stands on the first: only pairs across are looked for, so that every song with
    /// a twin on the other side is in one. Null where there are no sides.
    /// </param>
    public static IReadOnlyList<SongTwin> Among(
        IReadOnlyList<NoteLine> songs, IReadOnlyList<TitleGroup> groups, Func<int, bool>? isOnFirstSide = null)
    {
        int[] groupOf = new int[songs.Count];
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (int song in groups[group].Songs)
            {
                groupOf[song] = group;
            }
        }

        bool[] sides = [.. Enumerable.Range(0, songs.Count).Select(song => isOnFirstSide?.Invoke(song) ?? false)];
        Dictionary<(ulong Seed, bool Side), List<int>> owners = Owners(songs, sides);
        DisjointSets joined = new(songs.Count);
        List<SongTwin> twins = [];
        for (int longer = 0; longer < songs.Count; longer++)
        {
            bool side = isOnFirstSide is null ? sides[longer] : !sides[longer];
            long left = FollowedForEachNote * songs[longer].Length;
            ulong seed = 0;
            for (int note = 1; note < songs[longer].Length && left > 0; note++)
            {
                seed = Append(seed, songs[longer].Interval(note));
                if (note < SeedIntervals || !owners.TryGetValue((seed, side), out List<int>? candidates))
                {
                    continue;
                }

                foreach (int shorter in candidates)
                {
                    if (groupOf[shorter] == groupOf[longer]
                        || songs[shorter].Length > songs[longer].Length
                        || joined.LeaderOf(shorter) == joined.LeaderOf(longer))
                    {
                        continue;
                    }

                    if (Follow(songs[shorter], EndOfMiddle(songs[shorter]), songs[longer], note, ref left) is { } passage)
                    {
                        joined.Join(shorter, longer);
                        twins.Add(Twin(songs, shorter < longer ? (shorter, longer) : (longer, shorter), shorter, passage));
                    }
                }
            }
        }

        return [.. twins.OrderBy(twin => (twin.First, twin.Second))];
    }

    /// <summary>The last of a song's 8 middle notes.</summary>
    private static int EndOfMiddle(NoteLine song) => ((song.Length - SeedIntervals - 1) / 2) + SeedIntervals;

    private static Dictionary<(ulong Seed, bool Side), List<int>> Owners(IReadOnlyList<NoteLine> songs, bool[] sides)
    {
        Dictionary<(ulong Seed, bool Side), List<int>> owners = [];
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

            if (!owners.TryGetValue((seed, sides[song]), out List<int>? list))
            {
                owners[(seed, sides[song])] = list = [];
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
    /// <param name="shorter">The song with fewer notes.</param>
    /// <param name="here">A note of it.</param>
    /// <param name="longer">The other song.</param>
    /// <param name="there">A note of that.</param>
    /// <param name="left">How many notes may still be followed; what this follows is taken off.</param>
    private static Passage? Follow(NoteLine shorter, int here, NoteLine longer, int there, ref long left)
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

        left -= back + on + 1;
        Passage passage = new(here - back, there - back, back + on + 1);
        bool isLong = passage.Notes >= LeastNotes && passage.Notes >= LeastShare * shorter.Length;
        return isLong && IsTune(shorter, passage) ? passage : null;
    }

    private static bool IsTune(NoteLine song, Passage passage) =>
        Enumerable.Range(passage.Here + 3, passage.Notes - 3)
            .Select(note => (song.Interval(note - 2), song.Interval(note - 1), song.Interval(note)))
            .Distinct()
            .Take(LeastRuns)
            .Count() == LeastRuns;

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
            second.Pitch(inSecond) - first.Pitch(inFirst),
            even ? (double)secondTimes[0] / firstTimes[0] : null);
    }

    /// <summary>Notes that two songs have in common.</summary>
    /// <param name="Here">The passage's first note in the shorter song.</param>
    /// <param name="There">The passage's first note in the longer song.</param>
    /// <param name="Notes">How many notes.</param>
    private readonly record struct Passage(int Here, int There, int Notes);
}
