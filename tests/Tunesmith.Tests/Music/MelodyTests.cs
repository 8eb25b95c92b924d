using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class MelodyTests
{
    private static readonly Pitch C = new(60);
    private static readonly Pitch D = new(62);

    [Fact]
    public void A_hold_of_what_does_not_sound_is_an_onset()
    {
        Melody melody = new(
            [MelodyStep.Hold(C), MelodyStep.Hold(C), MelodyStep.Hold(D), MelodyStep.Rest, MelodyStep.Hold(D), MelodyStep.Onset(D)]);
        Assert.Equal(
            [MelodyStep.Onset(C), MelodyStep.Hold(C), MelodyStep.Onset(D), MelodyStep.Rest, MelodyStep.Onset(D), MelodyStep.Onset(D)],
            melody.Steps.ToArray());
    }

    [Fact]
    public void What_sounds_is_what_it_was_made_of() =>
        Gen.Int[-1, 127].Array[0, 60].Sample(pitches => Melody.FromSoundingPitches(pitches).SoundingPitches().SequenceEqual(pitches));

    [Fact]
    public void A_melody_of_sounding_pitches_never_strikes_a_pitch_again() =>
        Gen.Int[-1, 3].Array[0, 60].Sample(pitches =>
        {
            ReadOnlySpan<MelodyStep> steps = Melody.FromSoundingPitches(pitches).Steps;
            for (int step = 1; step < steps.Length; step++)
            {
                if (steps[step].IsOnset == (pitches[step] < 0 || pitches[step] == pitches[step - 1]))
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void The_steps_given_are_copied()
    {
        MelodyStep[] steps = [MelodyStep.Onset(C)];
        Melody melody = new(steps);
        steps[0] = MelodyStep.Rest;
        Assert.Equal(C, melody.Steps[0].Pitch);
    }

    [Fact]
    public void A_step_has_a_place_in_its_bar()
    {
        Melody melody = new(new MelodyStep[40], 4, meters: new MeterMap([new(0, new Meter(3, 4))]));
        Assert.Equal(new BarPosition(2, 12), melody.PositionAt(14));
    }

    [Fact]
    public void A_beginning_keeps_the_tempi_and_meters_that_are_stated_in_it()
    {
        Melody beginning = Long().Take(12);
        Assert.Equal(12, beginning.Length);
        Assert.Equal([new TempoChange(0, 400_000)], beginning.Tempos.Changes);
        Assert.Equal([new MeterChange(0, new Meter(3, 4))], beginning.Meters.Changes);
        Assert.Equal(40, Long().Take(50).Length);
        Assert.Equal(2, Long().Take(40).Meters.Changes.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(29)]
    [InlineData(40)]
    [InlineData(50)]
    public void What_follows_a_beginning_keeps_its_bar_lines_and_tempi(int cut)
    {
        Melody melody = Long();
        Melody rest = melody.Skip(cut);
        Assert.Equal(Math.Max(0, 40 - cut), rest.Length);
        for (int step = 0; step < rest.Length; step++)
        {
            BarPosition before = melody.PositionAt(cut + step);
            BarPosition after = rest.PositionAt(step);
            Assert.Equal(before.Length, after.Length);
            Assert.Equal(before.Offset == 0 || step == 0, after.Offset == 0);
            Assert.Equal(melody.Steps[cut + step].Pitch, rest.Steps[step].Pitch);
        }

        Assert.Equal(
            melody.Tempos.SecondsAt(40, 4) - melody.Tempos.SecondsAt(Math.Min(cut, 40), 4), rest.Tempos.SecondsAt(rest.Length, 4), 1e-9);
    }

    [Fact]
    public void A_note_that_sounds_over_the_cut_is_struck_there() =>
        Assert.Equal(
            [MelodyStep.Onset(C), MelodyStep.Hold(C)],
            new Melody([MelodyStep.Onset(C), MelodyStep.Hold(C), MelodyStep.Hold(C)]).Skip(1).Steps);

    [Fact]
    public void A_rest_has_no_pitch()
    {
        Assert.True(MelodyStep.Rest.IsRest);
        Assert.Null(MelodyStep.Rest.Pitch);
        Assert.Equal(default, MelodyStep.Rest);
        Assert.False(MelodyStep.Onset(new Pitch(0)).IsRest);
    }

    [Theory]
    [InlineData("C4:4", "C4:4")]
    [InlineData("C4:4 D4", "C4:4 D4:4")]
    [InlineData("C4:5 R", "C4:5 R:3")]
    [InlineData("", "")]
    public void A_bar_that_is_begun_is_closed_by_what_sounds_last(string notes, string closed) =>
        Assert.Equal(closed, Melody.Parse(notes).ToBarLine().ToString());

    [Fact]
    public void What_is_moved_up_and_down_again_is_the_same() =>
        Gen.Select(Gen.Int[40, 80].Array[1, 20], Gen.Int[-40, 40]).Sample((pitches, semitones) =>
        {
            Melody melody = Melody.FromSoundingPitches(pitches);
            Melody moved = melody.Transpose(semitones);
            Assert.Equal(pitches.Select(pitch => pitch + semitones), moved.SoundingPitches());
            Assert.Equal(melody.Steps.ToArray(), moved.Transpose(-semitones).Steps.ToArray());
        });

    [Theory]
    [InlineData(68)]
    [InlineData(-61)]
    [InlineData(int.MaxValue)]
    public void A_melody_stays_among_the_pitches_that_there_are(int semitones) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Melody.Parse("C4").Transpose(semitones));

    private static Melody Long() => new(
        Enumerable.Repeat(MelodyStep.Hold(C), 40).ToArray(),
        4,
        new TempoMap([new(0, 400_000), new(30, 600_000)]),
        new MeterMap([new(0, new Meter(3, 4)), new(20, new Meter(2, 4))]));
}
