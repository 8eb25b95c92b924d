using Tunesmith.Encoding;
using Tunesmith.Music;
using static Tunesmith.Tests.Encoding.Songs;

namespace Tunesmith.Tests.Encoding.Lab;

/// <summary>Grids worked out by hand: 32 ticks a quarter, so that row k shows what stands after all events before tick 4 + 8k.</summary>
public sealed class LabHearingTests
{
    private const int Rest = -1;

    [Fact]
    public void An_event_falls_in_the_row_whose_start_is_nearest()
    {
        Score song = Song(Track(24, On(3, 60), Off(11, 60), On(12, 62), Off(20, 62)));

        // row 0, before tick 4: C4 since 3
        // row 1, before tick 12: C4 let go at 11
        // row 2, before tick 20: D4 since 12; its release at 20 is not before 20
        // row 3, before tick 28: nothing
        Assert.Equal([60, Rest, 62, Rest], Hear(song));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)] // the boundary at tick 4 is at the last tick, and counts
    [InlineData(11, 2)]
    [InlineData(12, 3)]
    [InlineData(8192, 1025)]
    public void There_are_as_many_rows_as_boundaries_up_to_the_last_tick_and_one_more(long lastTick, int rows)
    {
        Assert.Equal(rows, Encodings.Lab.Hear(Song(Track(lastTick))).Length);
    }

    [Fact]
    public void The_longest_track_decides_the_length_though_it_is_silent()
    {
        Assert.Equal([60, 60, Rest, Rest], Hear(Song(Track(12, On(0, 60), Off(12, 60)), Track(24))));
    }

    [Fact]
    public void The_highest_sounding_pitch_wins()
    {
        Score song = Song(Track(32, On(0, 60), On(8, 67), On(8, 64), Off(16, 67), Off(24, 64), Off(32, 60)));
        Assert.Equal([60, 67, 64, 60, Rest], Hear(song));
    }

    [Fact]
    public void All_tracks_and_channels_are_heard_and_percussion_too()
    {
        Score song = Song(Track(16, On(0, 40, channel: 3)), Track(16, On(8, 50, channel: 9)));
        Assert.Equal([40, 50, 50], Hear(song));
    }

    [Fact]
    public void A_release_in_any_track_silences_the_pitch()
    {
        Score song = Song(Track(16, On(0, 60), On(0, 60, channel: 1)), Track(16, Off(8, 60, channel: 7)));
        Assert.Equal([60, Rest, Rest], Hear(song));
    }

    [Fact]
    public void At_one_tick_an_earlier_track_comes_first()
    {
        Assert.Equal([Rest], Hear(Song(Track(0, On(0, 60)), Track(0, Off(0, 60)))));
        Assert.Equal([60], Hear(Song(Track(0, Off(0, 60)), Track(0, On(0, 60)))));
    }

    [Fact]
    public void At_one_tick_a_track_keeps_its_own_order()
    {
        Assert.Equal([60, 60], Hear(Song(Track(8, On(0, 60), Off(8, 60), On(8, 60)))));
        Assert.Equal([60, Rest], Hear(Song(Track(8, On(0, 60), On(8, 60), Off(8, 60)))));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(101, true)]
    [InlineData(102, false)]
    public void Pitches_from_C1_to_F7_are_heard(int pitch, bool heard)
    {
        Assert.Equal(heard ? [pitch] : [Rest], Hear(Song(Track(0, On(0, pitch)))));
    }

    [Theory]
    [InlineData(2, 2, 5)]
    [InlineData(4, 8, 5)]
    [InlineData(3, 4, 3)] // rows up to the meter's tick, 16
    [InlineData(6, 8, 3)]
    [InlineData(1, 4, 3)]
    public void Hearing_stops_at_a_meter_of_neither_2_nor_4_beats(int numerator, int denominator, int rows)
    {
        Score song = Song([new MeterChange(16, new Meter(numerator, denominator))], Track(32, On(0, 60), Off(24, 60)));
        Assert.Equal(rows, Encodings.Lab.Hear(song).Length);
        Assert.Equal(rows == 5, Encodings.Lab.Unheard(song) is null);
    }

    [Fact]
    public void At_the_tick_of_an_unknown_meter_only_earlier_tracks_are_heard()
    {
        MeterChange waltz = new(16, new Meter(3, 4), Track: 1);
        Score song = Song([waltz], Track(32, On(16, 60)), Track(32, On(16, 70)), Track(32, On(8, 50), On(16, 80)));
        Assert.Equal([Rest, 50, 60], Hear(song));
    }

    [Fact]
    public void At_the_tick_of_an_unknown_meter_its_own_track_is_heard_up_to_it()
    {
        MeterChange waltz = new(16, new Meter(3, 4), Track: 0, KeysBefore: 2);
        Assert.Equal([60, 60, Rest], Hear(Song([waltz], Track(32, On(0, 60), Off(16, 60), On(16, 62)))));
    }

    [Fact]
    public void Boundaries_are_exact_where_8_does_not_divide_the_ticks_of_a_quarter()
    {
        // 220 ticks a quarter: boundaries at 27.5, 82.5 and 137.5
        Score song = new(220, [Track(138, On(27, 60), Off(28, 60), On(82, 62), Off(83, 62))]);
        Assert.Equal([60, 62, Rest, Rest], Hear(song));

        // 1 tick a quarter: boundaries at 1/8, 3/8, 5/8, 7/8, 9/8
        Assert.Equal([60, 60, 60, 60, Rest], Hear(new Score(1, [Track(1, On(0, 60), Off(1, 60))])));
    }

    [Fact]
    public void A_song_without_tracks_is_one_rest()
    {
        Assert.Equal([Rest], Hear(Song()));
    }

    [Fact]
    public void Tempi_and_meters_count_in_steps()
    {
        TempoMap tempos = new([new TempoChange(0, 400_000), new TempoChange(20, 300_000), new TempoChange(900, 1)]);
        MeterMap meters = new([new MeterChange(16, new Meter(2, 4))]);
        Melody melody = Encodings.Lab.Hear(new Score(32, [Track(160)], tempos, meters));

        Assert.Equal(4, melody.StepsPerQuarter);
        Assert.Equal([new TempoChange(0, 400_000), new TempoChange(3, 300_000)], melody.Tempos.Changes);
        Assert.Equal([new MeterChange(2, new Meter(2, 4))], melody.Meters.Changes);
    }

    [Fact]
    public void A_song_over_a_million_steps_is_refused_before_its_grid_is_made()
    {
        Assert.Equal(1_000_000, Encodings.Lab.Hear(Song(Track((999_999 * 8) + 3))).Length);
        SongTooLongException error = Assert.Throws<SongTooLongException>(() => Encodings.Lab.Hear(Song(Track((999_999 * 8) + 4))));
        Assert.Equal((1_000_001, 1_000_000), (error.Steps, error.Limit));
        Assert.Equal("too long: 1,000,001 steps, where at most 1,000,000 are heard", error.Message);
        Assert.Throws<SongTooLongException>(() => Encodings.Lab.Hear(Song(Track(1L << 50, On(0, 60)))));
    }

    private static int[] Hear(Score song) => Encodings.Lab.Hear(song).SoundingPitches();
}
