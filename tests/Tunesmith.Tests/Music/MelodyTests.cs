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
    public void A_rest_has_no_pitch()
    {
        Assert.True(MelodyStep.Rest.IsRest);
        Assert.Null(MelodyStep.Rest.Pitch);
        Assert.Equal(default, MelodyStep.Rest);
        Assert.False(MelodyStep.Onset(new Pitch(0)).IsRest);
    }
}
