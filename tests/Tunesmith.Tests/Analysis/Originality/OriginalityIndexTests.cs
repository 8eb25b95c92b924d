using CsCheck;
using Tunesmith.Analysis.Originality;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>The index finds what trying every pair of notes finds.</summary>
public sealed class OriginalityIndexTests
{
    private static Gen<((int Pitch, int Steps)[][] Songs, (int Pitch, int Steps)[] Song, int Titles)> Corpora =>
        Gen.Select(MadeSongs.Alike(25).Array[1, 7], MadeSongs.Alike(30), Gen.Int[1, 4]);

    [Fact]
    public void A_song_has_the_figures_of_every_pair() => Corpora.Sample((songs, song, _) =>
    {
        OriginalitySong[] others = MadeSongs.Songs(songs);
        MelodyNotes notes = MadeSongs.Song("", 0, song).Hearings[0];
        OriginalityReport report = MadeSongs.Index(others).Judge([notes]);
        Assert.Equal(EveryPair.Figures(notes, [.. others.Select(other => other.Hearings[0])]), report.Figures);
    });

    [Fact]
    public void The_longest_passage_with_each_song_is_that_of_every_pair() => Corpora.Sample((songs, song, _) =>
    {
        OriginalitySong[] others = MadeSongs.Songs(songs);
        MelodyNotes notes = MadeSongs.Song("", 0, song).Hearings[0];
        IReadOnlyList<SharedPassage> passages = MadeSongs.Index(others).Judge([notes]).Passages;
        Assert.Equal(
            others.Select((other, number) => (Song: number, Notes: EveryPair.Longest(notes, other.Hearings[0])))
                .Where(passage => passage.Notes >= OriginalityIndex.LeastNotes)
                .OrderByDescending(passage => passage.Notes),
            passages.Select(passage => (passage.Song, passage.Notes)));
        Assert.All(passages, passage => Assert.Equal(
            passage.Notes,
            EveryPair.Shared(notes, passage.FirstNote, others[passage.Song].Hearings[0], passage.OtherFirstNote)));
    });

    [Fact]
    public void Each_song_is_compared_with_all_but_those_of_its_title() => Corpora.Sample((songs, _, titles) =>
    {
        OriginalitySong[] all = [.. songs.Select((song, number) => MadeSongs.Song("", number % titles, song))];
        OriginalityIndex index = MadeSongs.Index(all);
        Assert.Equal(
            all.Select(song => EveryPair.Figures(
                song.Hearings[0], [.. all.Where(other => other.Group != song.Group).Select(other => other.Hearings[0])])),
            index.Figures);
    });

    [Fact]
    public void One_note_said_again_and_again_is_nobodys()
    {
        (int, int)[] same = [.. Enumerable.Repeat((60, 4), 40)];
        OriginalityReport report = MadeSongs.Index(MadeSongs.Songs(same, same, [])).Judge(MadeSongs.Melody(same));
        Assert.Equal(default, report.Figures);
        Assert.Empty(report.Passages);
        Assert.Equal(2, report.Standing.RealSongs);

        // A scale is somebody's, and a repeated note counts where something else comes after it.
        (int, int)[] scale = [.. Enumerable.Range(40, 30).Select(pitch => (pitch, 4))];
        Assert.Equal(30, MadeSongs.Index(MadeSongs.Songs(scale)).Judge(MadeSongs.Melody(scale)).LongestSharedNotes);
        (int, int)[] ends = [.. same, (62, 4)];
        Assert.Equal(41, MadeSongs.Index(MadeSongs.Songs(ends)).Judge(MadeSongs.Melody(ends)).LongestSharedNotes);
    }

    [Fact]
    public void Songs_of_one_note_and_of_none_share_nothing()
    {
        OriginalityIndex index = MadeSongs.Index(MadeSongs.Songs([], [(60, 1)], [(60, 1), (62, 3)], []));
        Assert.Equal(default, index.Judge(MadeSongs.Melody([])).Figures);
        Assert.Equal(default, index.Judge(MadeSongs.Melody([(61, 2)])).Figures);
        Assert.Equal(2, index.Judge(MadeSongs.Melody([(50, 1), (52, 1)])).LongestSharedNotes);
        Assert.Null(index.Judge(MadeSongs.Melody([(50, 1), (52, 1)])).Percentile);
        Assert.Equal(0, index.RealSongs);
    }

    [Fact]
    public void The_first_onset_distance_of_a_passage_asks_nothing_of_the_note_before_it()
    {
        (int, int)[] song = [(60, 1), (67, 2), (69, 4), (64, 2), (65, 2), (60, 6), (72, 2), (71, 1), (69, 1)];
        (int, int)[] other = [(50, 7), (67, 2), (69, 4), (64, 2), (65, 2), (60, 6), (72, 2), (71, 1), (69, 1)];
        Assert.Equal(8, MadeSongs.Index(MadeSongs.Songs(song)).Judge(MadeSongs.Melody(other)).LongestSharedNotes);

        // One note more to the left, where the interval agrees and the distance is the first.
        other[0] = (60, 7);
        song[0] = (60, 3);
        Assert.Equal(8, MadeSongs.Index(MadeSongs.Songs(song)).Judge(MadeSongs.Melody(other)).LongestSharedNotes);
        song[0] = (60, 7);
        Assert.Equal(9, MadeSongs.Index(MadeSongs.Songs(song)).Judge(MadeSongs.Melody(other)).LongestSharedNotes);
    }

    [Fact]
    public void The_report_is_the_same_for_any_number_of_threads() => Corpora.Sample(
        (songs, song, titles) =>
        {
            OriginalitySong[] all =
            [
                .. songs.Select((notes, number) => new OriginalitySong("", number % titles, Both(notes))),
            ];
            OriginalityIndex one = OriginalityIndex.Build(all, threads: 1, TestContext.Current.CancellationToken);
            OriginalityIndex two = OriginalityIndex.Build(all, threads: 2, TestContext.Current.CancellationToken);
            Assert.Equal(one.Figures, two.Figures);
            OriginalityReport report = one.Judge(Both(song));
            Assert.Equal(report.Passages, two.Judge(Both(song)).Passages);
            Assert.Equal(new OriginalityMeasure(report.Figures, report.Standing), two.Measure(Both(song)));
        },
        iter: 50);

    [Fact]
    public void The_hearing_that_finds_more_counts()
    {
        // Played a little late here and there: the same on sixteenths, another rhythm on the fine grid.
        (int Pitch, int Steps)[] written = MadeSongs.Different(new Random(3), 20);
        (int Pitch, int Steps)[] played = [.. written.Select((note, at) => (note.Pitch, note.Steps + (at % 2 == 0 ? 1 : -1)))];
        OriginalityIndex index = MadeSongs.Index([new OriginalitySong("song", 0, [Fine(played), Coarse()])]);
        OriginalityReport report = index.Judge([Fine(written), Coarse()]);
        Assert.Equal(20, report.LongestSharedNotes);
        Assert.True(report.Hearings[0].Figures.LongestSharedNotes < 20);
        Assert.Equal(2, report.HearingOf(figures => figures.LongestSharedNotes).StepsPerQuarter);
        Assert.Equal(2, report.Passages[0].StepsPerQuarter);

        MelodyNotes Coarse() => MelodyNotes.Of(MadeSongs.Melody(written.Select(note => (note.Pitch, note.Steps / 6)), 2));
        static MelodyNotes Fine((int, int)[] notes) => MelodyNotes.Of(MadeSongs.Melody(notes));
    }

    [Fact]
    public void Hearings_on_other_grids_are_refused()
    {
        OriginalityIndex index = MadeSongs.Index(MadeSongs.Songs([(60, 1)]));
        ArgumentException error = Assert.Throws<ArgumentException>(() => index.Judge(new Melody([])));
        Assert.StartsWith("Expected hearings on 12 steps a quarter, found 4.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MadeSongs.Index([]));
    }

    private static MelodyNotes[] Both((int Pitch, int Steps)[] notes) =>
    [
        MelodyNotes.Of(MadeSongs.Melody(notes)),
        MelodyNotes.Of(MadeSongs.Melody(notes.Select(note => (note.Pitch, (note.Steps + 1) / 2)), 6)),
    ];
}
