using Tunesmith.Analysis.Statistics;
using static Tunesmith.Tests.Analysis.Statistics.Tunes;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>How many pitches sound at once.</summary>
public sealed class PolyphonyTests
{
    [Fact]
    public void Pitches_are_counted_tick_by_tick_where_one_sounds()
    {
        // One pitch for 240 ticks, two for 240, one for 240, none for 240, one for 240.
        SongNotes song = Song((0, 480, 60, 0), (240, 480, 64, 0), (960, 240, 60, 0));
        Assert.Equal(1.25, Polyphony.Mean(song));
        Assert.Equal(0.2, Polyphony.Rate(song));
        Assert.Equal(0, Polyphony.Rate(song, 3));
        Assert.Equal(0.8, Polyphony.Rate(song, 1));
    }

    [Fact]
    public void A_pitch_that_two_notes_have_counts_once()
    {
        SongNotes song = Song((0, 480, 60, 0), (0, 240, 60, 1));
        Assert.Equal((1.0, 0.0), (Polyphony.Mean(song), Polyphony.Rate(song)));
    }

    [Fact]
    public void Drums_are_no_pitches_but_make_the_song_as_long_as_it_is()
    {
        SongNotes song = Song((0, 480, 60, 0), (0, 480, 64, 0), (0, 960, 40, 9));
        Assert.Equal((2.0, 0.5), (Polyphony.Mean(song), Polyphony.Rate(song)));
        Assert.Null(Polyphony.Mean(Song((0, 480, 40, 9))));
        Assert.Equal(0, Polyphony.Rate(Song((0, 480, 40, 9))));
        Assert.Null(Polyphony.Rate(Song()));
    }

    [Fact]
    public void A_melody_has_one_pitch_at_a_time()
    {
        SongNotes song = Notes(60, 62, R, 64, H);
        Assert.Equal((1.0, 0.0), (Polyphony.Mean(song), Polyphony.Rate(song)));
    }
}
