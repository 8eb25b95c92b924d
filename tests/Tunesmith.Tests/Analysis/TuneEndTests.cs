using CsCheck;
using Tunesmith.Analysis;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis;

/// <summary>Where a melody ends well.</summary>
public sealed class TuneEndTests
{
    private static readonly Pitch Home = new(60);

    [Theory]
    [InlineData(4, 4, 4)] // home, a whole bar, four bars
    [InlineData(1, 1, 1)] // a long note, elsewhere
    [InlineData(2, 2, 2)] // home, but short
    [InlineData(3, 3, 0)] // silence
    public void An_end_has_a_point_for_each_thing_that_is_good_about_it(int bars, int most, int points)
    {
        MelodyStep[] struck = Struck(62, 62, 62, 62, 62, 62, 62, 72);
        Melody melody = new([.. Bar(62, 62, 62, 62), .. struck, .. Bar(-1, -1, -1, -1), .. Bar(48, 48, 48, 48)], 2);
        Assert.Equal(new TuneEnd(8 * bars, bars, points), TuneEnd.Best(melody, bars, most, Home));
    }

    [Fact]
    public void The_best_end_has_most_points_and_is_the_first_of_equals()
    {
        Melody melody = new([.. Bar(62, 62, 62, 62), .. Bar(60, 60, 60, 60), .. Bar(60, 60, 60, 60), .. Bar(60, 62, 62, 62)], 2);
        Assert.Equal(2, TuneEnd.Best(melody, 1, 4, Home).Bars);
    }

    [Fact]
    public void A_tune_with_an_upbeat_ends_before_the_next_and_its_last_note_is_held_to_the_bar_line()
    {
        MeterMap waltz = new([new MeterChange(-2, new Meter(3, 4))]);
        Melody melody = new([.. Notes(67), .. Notes(60, 60, 62), .. Notes(60, 60, 65), .. Notes(60)], 1, meters: waltz);

        TuneEnd end = TuneEnd.Best(melody, 2, 2, Home);
        Melody closed = end.Close(melody);

        Assert.Equal((6, 3), (end.Step, end.Points));
        Assert.Equal([67, 60, 60, 62, 60, 60, 60], closed.SoundingPitches());
        Assert.Equal(0, closed.PositionAt(closed.Length).Offset);
        Assert.False(closed.Steps[6].IsOnset);
    }

    [Fact]
    public void What_is_closed_ends_on_a_bar_line_and_begins_as_it_did() =>
        Gen.Select(Gen.Int[-1, 12].Array[40, 80], Gen.Int[0, 3], Gen.Int[1, 4]).Sample((notes, upbeat, fewest) =>
        {
            MeterMap meters = new([new MeterChange(upbeat == 0 ? 0 : upbeat - 4, Meter.Common)]);
            MelodyStep[] steps = [.. notes.Select(note => note < 0 ? MelodyStep.Rest : MelodyStep.Hold(new Pitch(60 + note)))];
            Melody melody = new(steps, 1, meters: meters);

            TuneEnd end = TuneEnd.Best(melody, fewest, 9, Home);
            Melody closed = end.Close(melody);

            Assert.InRange(end.Bars, fewest, 9);
            Assert.InRange(end.Points, 0, 4);
            Assert.Equal(0, closed.PositionAt(closed.Length).Offset);
            Assert.Equal(melody.Steps[..end.Step].ToArray(), closed.Steps[..end.Step].ToArray());
            Assert.InRange(closed.Length - end.Step, 0, 3);
        });

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 2)]
    [InlineData(1, 5)]
    public void Bars_that_the_melody_does_not_have_are_refused(int fewest, int most) => Assert.Throws<ArgumentOutOfRangeException>(
        () => TuneEnd.Best(Melody.FromSoundingPitches(new int[64]), fewest, most, Home));

    /// <summary>A bar of four quarters, equal ones tied.</summary>
    private static MelodyStep[] Bar(params int[] quarters) => Notes([.. quarters.SelectMany(pitch => new[] { pitch, pitch })]);

    private static MelodyStep[] Notes(params int[] pitches) =>
        [.. pitches.Select(pitch => pitch < 0 ? MelodyStep.Rest : MelodyStep.Hold(new Pitch(pitch)))];

    private static MelodyStep[] Struck(params int[] pitches) => [.. pitches.Select(pitch => MelodyStep.Onset(new Pitch(pitch)))];
}
