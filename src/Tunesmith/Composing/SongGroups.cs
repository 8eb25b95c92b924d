namespace Tunesmith.Composing;

/// <summary>Which songs are composed side by side: runs of neighbours whose primers have one length, no more than a thread does well.</summary>
internal static class SongGroups
{
    /// <summary>The most streams in a group, where a song has not more by itself: their states and the weights share a core's caches.</summary>
    private const int MostStreams = 128;

    /// <summary>The groups, in order.</summary>
    /// <param name="primerLengths">Each song's primer, in steps.</param>
    /// <param name="streamsPerSong">How many streams a song takes.</param>
    /// <param name="threads">How many threads there are to work; each should have something to do.</param>
    /// <returns>The first song of each group, and how many there are.</returns>
    public static IEnumerable<(int First, int Count)> Of(IReadOnlyList<int> primerLengths, int streamsPerSong, int threads)
    {
        int most = Math.Clamp((primerLengths.Count + threads - 1) / threads, 1, Math.Max(1, MostStreams / streamsPerSong));
        int first = 0;
        for (int song = 1; song <= primerLengths.Count; song++)
        {
            if (song == primerLengths.Count || primerLengths[song] != primerLengths[first] || song - first == most)
            {
                yield return (first, song - first);
                first = song;
            }
        }
    }
}
