namespace Tunesmith.Composing;

/// <summary>Which songs are composed side by side: runs of neighbours that are equally long, no more than a thread does well.</summary>
internal static class SongGroups
{
    /// <summary>The most streams in a group, where a song has not more by itself: states and weights share a core's caches.</summary>
    private const int MostStreams = 128;

    /// <summary>The groups, in order.</summary>
    /// <param name="lengths">How long each song is, its primer and what is composed: songs side by side have the same.</param>
    /// <param name="streamsPerSong">How many streams a song takes.</param>
    /// <param name="threads">How many threads there are to work; each should have something to do.</param>
    /// <returns>The first song of each group, and how many there are.</returns>
    public static IEnumerable<(int First, int Count)> Of<T>(IReadOnlyList<T> lengths, int streamsPerSong, int threads)
        where T : IEquatable<T>
    {
        int most = Math.Clamp((lengths.Count + threads - 1) / threads, 1, Math.Max(1, MostStreams / streamsPerSong));
        int first = 0;
        for (int song = 1; song <= lengths.Count; song++)
        {
            if (song == lengths.Count || !lengths[song].Equals(lengths[first]) || song - first == most)
            {
                yield return (first, song - first);
                first = song;
            }
        }
    }
}
