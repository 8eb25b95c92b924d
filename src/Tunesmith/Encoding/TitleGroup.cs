using System.Runtime.InteropServices;

namespace Tunesmith.Encoding;

/// <summary>
/// Songs that must stand on one side of any split, because to know one is to know much of the others: all of one title ("X - Chorus" and
/// "X - Verse"), and all with exactly the same tokens, whatever their titles.
/// </summary>
/// <param name="Titles">The titles joined, in ordinal order; one, but where exact copies have several.</param>
/// <param name="Songs">The songs' numbers, ascending.</param>
public sealed record TitleGroup(IReadOnlyList<string> Titles, IReadOnlyList<int> Songs)
{
    /// <summary>The first of the titles.</summary>
    public string Name => Titles[0];

    /// <summary>
    /// Groups songs. A song without a title stands alone, but for its exact copies. Groups depend on titles and tokens, not on places in
    /// the bar.
    /// </summary>
    /// <param name="songs">The songs; their order numbers them.</param>
    /// <returns>The groups, ordered by <see cref="Name"/> ordinally, then by their first song; each song is in one.</returns>
    public static IReadOnlyList<TitleGroup> Of(IReadOnlyList<TokenSequence> songs)
    {
        DisjointSets sets = new(songs.Count);
        Dictionary<string, int> titles = new(StringComparer.Ordinal);
        Dictionary<TokenSequence, int> copies = new(new SameTokens());
        for (int song = 0; song < songs.Count; song++)
        {
            if (songs[song].TitleGroup.Length > 0 && !titles.TryAdd(songs[song].TitleGroup, song))
            {
                sets.Join(titles[songs[song].TitleGroup], song);
            }

            if (!copies.TryAdd(songs[song], song))
            {
                sets.Join(copies[songs[song]], song);
            }
        }

        return [.. Enumerable.Range(0, songs.Count)
            .GroupBy(sets.LeaderOf)
            .Select(group => new TitleGroup(
                [.. group.Select(song => songs[song].TitleGroup).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group]))
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .ThenBy(group => group.Songs[0])];
    }

    /// <summary>Compares songs by their tokens alone.</summary>
    private sealed class SameTokens : IEqualityComparer<TokenSequence>
    {
        public bool Equals(TokenSequence? x, TokenSequence? y) => x!.Tokens.SequenceEqual(y!.Tokens);

        public int GetHashCode(TokenSequence song)
        {
            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes(song.Tokens));
            return hash.ToHashCode();
        }
    }
}
