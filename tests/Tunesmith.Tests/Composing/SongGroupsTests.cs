using CsCheck;
using Tunesmith.Composing;

namespace Tunesmith.Tests.Composing;

public sealed class SongGroupsTests
{
    [Fact]
    public void Groups_hold_every_song_once_in_order_with_primers_of_one_length() =>
        Gen.Select(Gen.Int[1, 3].Array[0, 100], Gen.Int[1, 200], Gen.Int[1, 9]).Sample((lengths, streams, threads) =>
        {
            (int First, int Count)[] groups = [.. SongGroups.Of(lengths, streams, threads)];
            Assert.Equal(Enumerable.Range(0, lengths.Length), groups.SelectMany(group => Enumerable.Range(group.First, group.Count)));
            Assert.All(groups, group => Assert.Single(lengths[group.First..(group.First + group.Count)].Distinct()));
            Assert.All(groups, group => Assert.InRange(group.Count, 1, Math.Max(1, 128 / streams)));
        });

    [Theory]
    [InlineData(64, 1, 1)]
    [InlineData(300, 1, 3)]
    [InlineData(64, 2, 2)]
    [InlineData(64, 4, 4)]
    [InlineData(3, 8, 3)]
    [InlineData(1, 8, 1)]
    public void Every_thread_has_something_to_do(int songs, int threads, int groups) =>
        Assert.Equal(groups, SongGroups.Of([.. Enumerable.Repeat(64, songs)], 1, threads).Count());
}
