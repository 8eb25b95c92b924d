using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Tests.Evaluation;

namespace Tunesmith.Tests.Encoding;

public sealed class TitleGroupTests
{
    [Fact]
    public void Songs_of_a_title_and_exact_copies_are_one_group_and_groups_are_in_ordinal_order()
    {
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of([
            TokenSongs.Of([1, 2], title: "walk"),
            TokenSongs.Of([3, 4], title: "air"),
            TokenSongs.Of([5, 6], title: "walk"),
            TokenSongs.Of([5, 6], title: "march"),
            TokenSongs.Of([7, 8], title: "march"),
            TokenSongs.Of([7, 8], bar: 3, title: "Zeal"), // places in the bar do not matter
        ]);
        Assert.Equal(["Zeal", "air"], groups.Select(group => group.Name));
        Assert.Equal(["Zeal", "march", "walk"], groups[0].Titles);
        Assert.Equal([0, 2, 3, 4, 5], groups[0].Songs);
        Assert.Equal([1], groups[1].Songs);
    }

    [Fact]
    public void Songs_without_a_title_stand_alone_but_for_copies()
    {
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of([TokenSongs.Of([1]), TokenSongs.Of([2]), TokenSongs.Of([1])]);
        Assert.Equal([[0, 2], [1]], groups.Select(group => group.Songs));
        Assert.Empty(TitleGroup.Of([]));
    }

    [Fact]
    public void Songs_are_in_one_group_exactly_where_a_chain_of_titles_and_copies_joins_them() =>
        TokenSongs.Song(tokens: 2, longest: 4).Array[0, 12].Sample(songs =>
        {
            IReadOnlyList<TitleGroup> groups = TitleGroup.Of(songs);
            Assert.Equal(Enumerable.Range(0, songs.Length), groups.SelectMany(group => group.Songs).Order());

            int[] numbers = [.. Enumerable.Range(0, songs.Length)]; // each song takes on the least number of those it is joined to
            for (int round = 0; round < songs.Length; round++)
            {
                numbers = [.. songs.Select(song => numbers.Where((_, other) => Joined(song, songs[other])).Min())];
            }

            Assert.Equal(
                numbers.Select((number, song) => (number, song)).GroupBy(pair => pair.number, pair => pair.song).Select(Say).Order(),
                groups.Select(group => Say(group.Songs)).Order());
        });

    private static bool Joined(TokenSequence a, TokenSequence b) =>
        (a.TitleGroup.Length > 0 && a.TitleGroup == b.TitleGroup) || a.Tokens.SequenceEqual(b.Tokens);

    private static string Say(IEnumerable<int> songs) => string.Join(" ", songs);
}
