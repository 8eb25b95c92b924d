using Tunesmith.Analysis.Statistics;
using Tunesmith.Music;
using static Tunesmith.Tests.Analysis.Statistics.Tunes;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>Empty beats and bars, groove, lengths, places and repetition against values worked out by hand.</summary>
public sealed class RhythmStatisticsTests
{
    [Fact]
    public void A_beat_is_empty_where_nothing_sounds_and_its_line_belongs_to_the_next()
    {
        // The first note ends on the line of beat 1, the last on that of beat 4, of which there is none.
        SongNotes song = SongNotes.Of(Of([60, H, R, R, R, R, 62, H], grid: 2));
        Assert.Equal(0.5, EmptyRate.OfBeats(song));
        Assert.Equal(0, EmptyRate.OfBeats(Notes(60, H, H, H)));
        Assert.Equal(0, EmptyRate.OfBeats(Notes(60, R, R, R))); // a song ends with its last note
        Assert.Equal(0.75, EmptyRate.OfBeats(Notes(R, R, R, 60)));
    }

    [Fact]
    public void Beats_are_quarters_from_the_bar_line()
    {
        // 3/8 in eighths: each bar is a beat and half a beat. Only the half beat of the first bar is empty.
        Melody melody = Of([60, H, R, 62, H, 64], grid: 2, new MeterMap([new MeterChange(0, new Meter(3, 8))]));
        Assert.Equal(0.25, EmptyRate.OfBeats(SongNotes.Of(melody)));
    }

    [Fact]
    public void A_bar_is_empty_where_nothing_sounds()
    {
        Assert.Equal(1.0 / 3, EmptyRate.OfMeasures(Notes(60, R, R, R, R, R, R, R, 62)));
        Assert.Equal(0, EmptyRate.OfMeasures(Notes(60, R, R, R, 62)));
        Assert.Null(EmptyRate.OfMeasures(Notes(R, R)));
        Assert.Null(EmptyRate.OfBeats(Notes()));
    }

    [Fact]
    public void Drums_sound()
    {
        Assert.Equal(0, EmptyRate.OfBeats(Song((0, 480, 60, 0), (480, 10, 38, 9), (960, 0, 60, 0))));
    }

    [Fact]
    public void Groove_is_the_likeness_of_neighbouring_bars()
    {
        // Onsets 1010, 1110, 1000: 1 and then 2 of 4 places differ.
        SongNotes song = Notes(60, H, 60, H, 60, 60, 60, H, 60, H, H, H);
        Assert.Equal(0.625, GrooveConsistency.Of(song));
    }

    [Fact]
    public void The_pitch_does_not_matter_to_the_groove_and_silent_bars_are_alike()
    {
        Assert.Equal(1, GrooveConsistency.Of(Notes(60, H, 62, H, 71, R, 50, H)));
        // 1000, 0000, 0000, 1000: 1/4, 0 and 1/4 differ.
        Assert.Equal(1 - (0.5 / 3), GrooveConsistency.Of(Notes(60, R, R, R, R, R, R, R, R, R, R, R, 60))!.Value, 12);
    }

    [Fact]
    public void Bars_cut_short_have_no_groove_to_compare()
    {
        Assert.Null(GrooveConsistency.Of(Notes(60, 60, 60, 60)));
        Assert.Null(GrooveConsistency.Of(Notes()));
        MeterMap upbeat = new([new MeterChange(-3, Meter.Common)]);
        Assert.Null(GrooveConsistency.Of(SongNotes.Of(Of([60, 60, 60, 60, 60], meters: upbeat))));
        Assert.Equal(1, GrooveConsistency.Of(SongNotes.Of(Of([60, 60, 60, 60, 60, 60, 60, 60, 60], meters: upbeat))));

        // 3/4 after one bar of 4/4: no two bars of one length but the last two.
        MeterMap change = new([new MeterChange(4, new Meter(3, 4))]);
        Assert.Equal(1 - (1.0 / 3), GrooveConsistency.Of(SongNotes.Of(Of([60, H, H, H, 60, 60, 60, 60, 60, H], meters: change))));
    }

    [Fact]
    public void Lengths_are_counted_in_steps_and_their_mean_is_in_quarters()
    {
        SongNotes song = SongNotes.Of(Of([60, H, 62, R, 64, H, H, H], grid: 2));
        Assert.Equal([new(1, 1), new(2, 1), new(4, 1)], NoteLengths.Distribution(song).Bins);
        Assert.Equal(7.0 / 6, NoteLengths.Mean(song)!.Value, 12);
        Assert.Equal([new(1, 1), new(4, 1)], NoteLengths.Distribution(Song((0, 3, 60, 0), (480, 440, 60, 0))).Bins);
    }

    [Fact]
    public void Onsets_stand_at_their_step_of_the_bar()
    {
        Assert.Equal([new(0, 2), new(2, 1)], OnsetPositions.Distribution(Notes(60, H, 62, H, 64)).Bins);
        // 470 and 1,910 ticks are nearest to the steps of 480 and 1,920: the second beat, and the next bar.
        Assert.Equal([new(0, 1), new(4, 1)], OnsetPositions.Distribution(Song((470, 100, 60, 0), (1910, 100, 60, 0))).Bins);
    }

    [Fact]
    public void Repetition_is_the_share_of_notes_that_stood_there_some_bars_before()
    {
        SongNotes song = Notes(60, 62, 64, 65, 60, 62, 67, H, 60, 62, 64, 65);
        Assert.Equal(4.0 / 7, LagRepetition.Of(song, 1)!.Value, 12); // 60 and 62 of the second bar and the third, not 67, 64 and 65
        Assert.Equal(1, LagRepetition.Of(song, 2));
        Assert.Null(LagRepetition.Of(song, 3));
        Assert.Null(LagRepetition.Of(Notes(), 1));
    }

    [Fact]
    public void A_place_before_the_song_is_no_place()
    {
        Melody melody = Of([67, 60, 62, 64, 67, 60], meters: new MeterMap([new MeterChange(-3, Meter.Common)]));
        Assert.Equal(1.0, LagRepetition.Of(SongNotes.Of(melody.Take(5)), 1)); // of the first whole bar only the last note has a place
        Assert.Equal(1.0, LagRepetition.Of(SongNotes.Of(melody), 1));
    }
}
