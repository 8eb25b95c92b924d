using CsCheck;
using Tunesmith.Analysis;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis;

/// <summary>How much of a melody has been heard before.</summary>
public sealed class RecurringBarsTests
{
    [Fact]
    public void A_bar_that_has_stood_before_recurs()
    {
        Melody melody = Bars([60, 62, 64, 65], [67, 67, 64, 64], [60, 62, 64, 65], [60, 62, 64, 66]);
        Assert.Equal(new RecurringBars(1, 4), RecurringBars.Of(melody));
        Assert.Equal(0.25, RecurringBars.Of(melody).Share);
    }

    [Fact]
    public void Bars_before_the_first_that_counts_are_known_but_not_counted()
    {
        Melody melody = Bars([60, 62, 64, 65], [67, 67, 64, 64], [60, 62, 64, 65]);
        Assert.Equal(new RecurringBars(1, 1), RecurringBars.Of(melody, from: 5));
    }

    [Fact]
    public void Rests_alone_and_bars_cut_short_do_not_count()
    {
        Melody melody = Bars([60, 62, 64, 65], [-1, -1, -1, -1], [-1, -1, -1, -1], [60, 62]);
        Assert.Equal(new RecurringBars(0, 1), RecurringBars.Of(melody));
        Assert.Null(RecurringBars.Of(Bars([-1, -1])).Share);
    }

    [Fact]
    public void A_note_struck_again_is_not_a_note_held()
    {
        MelodyStep strike = MelodyStep.Onset(new Pitch(60));
        MelodyStep hold = MelodyStep.Hold(new Pitch(60));
        Melody melody = new([strike, hold, strike, strike], 1, meters: new MeterMap([new MeterChange(0, new Meter(2, 4))]));
        Assert.Equal(new RecurringBars(0, 2), RecurringBars.Of(melody));
    }

    [Fact]
    public void A_melody_played_twice_recurs_from_its_second_half_on() => Gen.Int[60, 72].Array[1, 40].Sample(pitches =>
    {
        MelodyStep[] once =
            [.. pitches.Concat(new int[4 - (pitches.Length % 4)].Select(_ => 60)).Select(p => MelodyStep.Onset(new Pitch(p)))];
        Melody twice = new([.. once, .. once], 1);
        Assert.Equal(1.0, RecurringBars.Of(twice, once.Length).Share);
    });

    private static Melody Bars(params int[][] bars) =>
        Melody.FromSoundingPitches([.. bars.SelectMany(bar => bar)], stepsPerQuarter: 1);
}
