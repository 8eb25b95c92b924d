using Tunesmith.Analysis.Originality;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>Notes in their bars, as a person counts them.</summary>
public sealed class MelodyNotesTests
{
    [Fact]
    public void An_upbeat_is_bar_1()
    {
        MeterMap threeFour = new([new MeterChange(-2, new Meter(3, 4))]);
        Assert.Equal([1, 2, 2, 2, 3], BarsOf(threeFour, 5)); // a quarter a step: the upbeat is one quarter
        MeterMap longAgo = new([new MeterChange(-5, new Meter(3, 4))]);
        Assert.Equal([1, 2, 2, 2, 3], BarsOf(longAgo, 5));
    }

    [Fact]
    public void A_change_of_meter_begins_a_bar()
    {
        MeterMap meters = new(
            [new MeterChange(0, new Meter(4, 4)), new MeterChange(6, new Meter(2, 4)), new MeterChange(7, new Meter(3, 4))]);
        Assert.Equal([1, 1, 1, 1, 2, 2, 3, 4, 4, 4, 5], BarsOf(meters, 11));
        Assert.Equal([1, 1, 1, 1, 2], BarsOf(MeterMap.Unstated, 5));
    }

    [Fact]
    public void Notes_from_a_step_on_keep_their_bars()
    {
        MelodyStep[] steps = [.. Enumerable.Range(60, 12).Select(pitch => MelodyStep.Onset(new Pitch(pitch)))];
        MelodyNotes notes = MelodyNotes.Of(new Melody(steps, 1), from: 7);
        Assert.Equal((5, 12, 1), (notes.Count, notes.Length, notes.StepsPerQuarter));
        Assert.Equal((2, 3), (notes.BarOf(0), notes.BarOf(1)));
        Assert.Equal(0, MelodyNotes.Of(new Melody(steps, 1), from: 100).Count);
    }

    [Fact]
    public void Rests_and_holds_are_passed_over()
    {
        MelodyStep strike = MelodyStep.Onset(new Pitch(60));
        MelodyNotes notes = MelodyNotes.Of(new Melody([MelodyStep.Rest, strike, MelodyStep.Hold(new Pitch(60)), MelodyStep.Rest, strike]));
        Assert.Equal([1, 4], notes.Onsets.ToArray());
    }

    private static int[] BarsOf(MeterMap meters, int notes)
    {
        MelodyStep[] steps = [.. Enumerable.Range(60, notes).Select(pitch => MelodyStep.Onset(new Pitch(pitch)))];
        MelodyNotes heard = MelodyNotes.Of(new Melody(steps, 1, meters: meters));
        return [.. Enumerable.Range(0, notes).Select(heard.BarOf)];
    }
}
