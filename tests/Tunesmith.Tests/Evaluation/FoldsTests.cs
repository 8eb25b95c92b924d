using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Tests.Evaluation;

public sealed class FoldsTests
{
    private static readonly TokenSequence[] SevenTitles =
        [.. "gfedcba".Select((letter, song) => TokenSongs.Of([song], title: $"{letter}"))];

    [Fact]
    public void Title_i_in_ordinal_order_is_held_out_in_fold_i_modulo_the_folds()
    {
        IEnumerable<string> folds = Folds.Of(SevenTitles, 3).Select(TitlesHeldOut);
        Assert.Equal(["adg", "be", "cf"], folds);

        static string TitlesHeldOut(SongSplit fold) => string.Concat(fold.HeldOutOf(SevenTitles).Select(song => song.TitleGroup).Order());
    }

    [Fact]
    public void A_seed_shuffles_the_titles_first()
    {
        Assert.Equal(Say(Folds.Of(SevenTitles, 3, seed: 5)), Say(Folds.Of(SevenTitles, 3, seed: 5)));
        Assert.True(Enumerable.Range(0, 20).Select(seed => Say(Folds.Of(SevenTitles, 3, (ulong)seed))).Distinct().Count() > 10);
        Assert.Equal([2, 2, 3], Folds.Of(SevenTitles, 3, seed: 5).Select(fold => fold.HeldOut.Count).Order());

        static string Say(IEnumerable<SongSplit> folds) => string.Join("; ", folds.Select(fold => string.Join(" ", fold.HeldOut)));
    }

    [Fact]
    public void Folds_never_split_a_group_and_hold_out_every_song_once() =>
        Gen.Select(TokenSongs.Song(tokens: 3, longest: 6).Array[2, 15], Gen.Int[2, 5], Gen.ULong.Nullable()).Sample((songs, count, seed) =>
        {
            IReadOnlyList<TitleGroup> groups = TitleGroup.Of(songs);
            if (groups.Count < count)
            {
                Assert.Throws<EvaluationException>(() => Folds.Of(songs, count, seed));
                return;
            }

            IReadOnlyList<SongSplit> folds = Folds.Of(songs, count, seed);
            Assert.Equal(Enumerable.Range(0, songs.Length), folds.SelectMany(fold => fold.HeldOut).Order());
            Assert.All(folds, fold =>
            {
                Assert.NotEmpty(fold.HeldOut);
                Assert.Equal(Enumerable.Range(0, songs.Length), fold.Training.Concat(fold.HeldOut).Order());
                Assert.All(groups, group => Assert.True(group.Songs.All(fold.Training.Contains) || group.Songs.All(fold.HeldOut.Contains)));
            });
        });

    [Fact]
    public void Too_few_titles_are_said_so() => Assert.Equal(
        "8 folds need songs of at least 8 titles, found 7: use fewer folds or add songs",
        Assert.Throws<EvaluationException>(() => Folds.Of(SevenTitles, 8)).Message);
}
