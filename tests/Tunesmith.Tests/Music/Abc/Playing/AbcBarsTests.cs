using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music.Abc.Playing;

/// <summary>Bars stand where the bar lines of a tune do.</summary>
public sealed class AbcBarsTests
{
    private static readonly MelodyEncoding Melody = Encodings.Melody(MelodyVoice.Auto);

    [Fact]
    public void An_upbeat_stands_at_the_end_of_a_bar()
    {
        Score score = AbcSong.Score("G|C D E F|G3:|");
        Assert.Equal([new MeterChange(-1440, Meter.Common)], score.Meters.Changes);
        Assert.Equal([12, 0, 4, 8, 12, 0, 12], Offsets(score, 0, 4, 8, 12, 16, 20, 32));
    }

    [Fact]
    public void Bars_that_do_not_add_up_end_where_their_lines_stand()
    {
        Score score = AbcSong.Score("C D E F|G A|C D E F|G A B c d|C D E F|");
        Assert.Equal([0, 2880, 7200], score.Meters.Changes.Select(change => change.Tick));
        Assert.Equal([0, 0, 0, 0, 0], Offsets(score, 0, 16, 24, 40, 60));
    }

    [Fact]
    public void A_change_of_meter_begins_a_bar()
    {
        Score score = AbcSong.Score("C D E F|[M:3/4]C D E|F G A|");
        Assert.Equal([(0L, 4), (1920, 3)], score.Meters.Changes.Select(change => (change.Tick, change.Meter.Numerator)));
        Assert.Equal([0, 0, 0], Offsets(score, 0, 16, 28));
    }

    [Fact]
    public void A_repeat_takes_its_meter_along()
    {
        Score score = AbcSong.Score("|:C D E F|[M:3/4]C D E:|");
        Assert.Equal(
            [(0L, 4), (1920, 3), (3360, 4), (5280, 3)], score.Meters.Changes.Select(change => (change.Tick, change.Meter.Numerator)));
    }

    [Fact]
    public void A_MIDI_file_says_the_upbeat_as_a_short_bar()
    {
        Score score = AbcSong.Score("G|C D E F|G3:|");
        Score again = Score.FromMidi(MidiFile.FromBytes(score.ToMidi().ToBytes(), new MidiReadOptions { Strict = true }));
        Assert.Equal([new MeterChange(0, Meter.Common), new MeterChange(480, Meter.Common, 0, 1)], again.Meters.Changes);
        Assert.Equal(Offsets(score, 4, 8, 20, 32), Offsets(again, 4, 8, 20, 32));
    }

    [Fact]
    public void The_lab_hears_a_tune_with_an_upbeat()
    {
        Assert.Equal(32, Encodings.Lab.Hear(AbcSong.Score("G|C D E F|G3|")).Length - 1);
        string? unheard = Encodings.Lab.Unheard(AbcSong.Score("G|CDE FGA|", "M:6/8\nL:1/8\nK:C"));
        Assert.Contains("6/8 at tick 0, bar 1", unheard, StringComparison.Ordinal);
    }

    private static int[] Offsets(Score score, params int[] steps)
    {
        Melody melody = Melody.Hear(score);
        return Array.ConvertAll(steps, step => melody.PositionAt(step).Offset);
    }
}
