using Tunesmith.Corpus;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

public sealed class CorpusRemarksTests
{
    private const string Few = ": the model will know these songs rather than their style; 20 or more of one style would help";

    [Fact]
    public void A_corpus_of_eight_different_titles_is_not_remarked_on() => Assert.Empty(Remarks(Titles(8)));

    [Fact]
    public void Fewer_titles_are_few() => Assert.Equal([$"there are only 7 titles to learn from{Few}"], Remarks(Titles(7)));

    [Fact]
    public void Excerpts_are_one_title() => Assert.Equal(
        [
            $"there is only one title to learn from; files whose names agree up to \" - \" are one title{Few}. "
            + "No title can be held out, so nothing tells how it does on songs that it does not know, and it learns to the last step",
        ],
        Remarks([.. Enumerable.Range(0, 9).Select(index => Song($"suite - {index}.mid", index))]));

    [Fact]
    public void One_title_is_enough_where_nothing_is_held_out() =>
        Assert.Equal([$"there is only one title to learn from{Few}"], Remarks(Titles(1), holdsOut: false));

    [Fact]
    public void Titles_that_are_mostly_the_same_tune_are_alike()
    {
        CorpusFile[] files =
            [.. Titles(5), .. Enumerable.Range(0, 5).Select(shift => Song($"copy {shift}.mid", seed: 0, shift: shift + 1))];
        Assert.Equal(
            [
                "the 10 titles have only 5 different tunes: the rest are copies, perhaps higher, lower or in other time values; "
                    + "other songs would help",
            ],
            Remarks(files));
        Assert.Empty(Remarks([.. files, Song("another.mid", seed: 40)]));
    }

    [Fact]
    public void Exact_copies_of_other_names_are_alike() => Assert.Equal(
        [
            $"there is only one title to learn from; exact copies are one title{Few}",
                "the 3 titles have only 1 different tune: the rest are copies, perhaps higher, lower or in other time values; "
                    + "other songs would help",
        ],
        Remarks([Song("a.mid", 1), Song("b.mid", 1), Song("c.mid", 1)], holdsOut: false));

    [Fact]
    public void A_song_of_more_than_half_of_all_steps_is_huge()
    {
        Assert.Empty(Remarks([.. Titles(8), Song("long.mid", 77, steps: 8 * 200)]));
        Assert.Equal(
            [
                "long.mid has 50 % of all steps, but each song is chosen as often as any other, so its bars are heard less often "
                    + "than those of the others; cutting it into songs of their length would help",
            ],
            Remarks([.. Titles(8), Song("long.mid", 77, steps: (8 * 200) + 1)]));
    }

    [Fact]
    public void Files_left_out_are_remarked_on_where_they_are_most_with_the_reason_most_have()
    {
        CorpusFile[] left =
        [
            .. Enumerable.Range(10, 6)
                .Select(steps => Song($"s{steps}.mid", steps, steps: steps) with
                {
                    LeftOut = new(CorpusCause.TooShort, $"shorter than 128 steps: {steps}", "so"),
                }),
            .. Enumerable.Range(0, 2)
                .Select(index => new CorpusFile
                {
                    Path = $"b{index}.mid",
                    LeftOut = new(CorpusCause.NotASong, $"not a MIDI file that can be read: {index}"),
                }),
        ];
        Assert.Empty(Remarks([.. Titles(8), .. left]));
        CorpusFile another = new() { Path = "c.mid", LeftOut = new(CorpusCause.Empty, "the file is empty") };
        Assert.Equal(
            ["9 of 17 files are left out, 6 of them for this: shorter than 128 steps; --min-steps 13 would keep half of those"],
            Remarks([.. Titles(8), .. left, another]));
        CorpusFile[] broken =
        [
            .. Enumerable.Range(0, 9).Select(index => new CorpusFile
            {
                Path = $"x{index}.mid",
                LeftOut = new(CorpusCause.TooLong, $"too long: {index}"),
            }),
        ];
        Assert.Equal(
            ["9 of 17 files are left out, 9 of them for this: longer than 120 minutes; tunesmith inspect names each"],
            Remarks([.. Titles(8), .. broken]));
    }

    [Fact]
    public void The_labs_songs_are_not_remarked_on()
    {
        SongCorpus corpus =
            SongCorpus.Load(SharedData.Require("data/pop"), CorpusOptions.Lab, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(CorpusRemarks.Of(corpus, TitleReport.Of(corpus), holdsOut: true));
    }

    private static IReadOnlyList<string> Remarks(CorpusFile[] files, bool holdsOut = true)
    {
        SongCorpus corpus = new("songs", CorpusOptions.Lab, files);
        return CorpusRemarks.Of(corpus, TitleReport.Of(corpus), holdsOut);
    }

    private static CorpusFile[] Titles(int count) => [.. Enumerable.Range(0, count).Select(index => Song($"title {index}.mid", index))];

    /// <summary>A melody that wanders, each seed in its own way.</summary>
    private static CorpusFile Song(string path, int seed, int shift = 0, int steps = 200)
    {
        int[] pitches = new int[steps];
        uint state = (uint)(seed * 7919) + 12345;
        for (int step = 0; step < steps; step++)
        {
            state = (state * 1664525) + 1013904223;
            pitches[step] = 50 + shift + (int)(state >> 16) % 24;
        }

        return new CorpusFile { Path = path, Melody = Melody.FromSoundingPitches(pitches) };
    }
}
