using Tunesmith.Audio;
using Tunesmith.Audio.Timelines;
using Tunesmith.Music;

namespace Tunesmith.Tests.Audio;

/// <summary>Controllers, the pedal and the pitch wheel, by what is heard of them.</summary>
public sealed class ControlTests
{
    private const int Organ = 16;
    private const int Flute = 73;

    [Theory]
    [InlineData(7, 100, 50, 12.04)]
    [InlineData(7, 127, 64, 11.9)]
    [InlineData(11, 127, 90, 5.98)]
    public void Volume_and_expression_count_by_their_square(int controller, int loud, int soft, double decibels)
    {
        double loudRms = Heard(loud);
        double softRms = Heard(soft);
        Assert.Equal(decibels, Sounds.Difference(loudRms, softRms), 0.1);

        double Heard(int value) => Sounds.Rms(
            Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 1, 60)], Organ, [new(0, 0, controller, value)])), 0.1, 0.8);
    }

    [Fact]
    public void Volume_0_is_silence()
    {
        (float[] left, float[] right) = Sounds.Play(Sounds.Song([Sounds.Hold(0, 1, 60)], Organ, [new(0, 0, 7, 0)]));
        Assert.All(left.Concat(right), sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(0, 60, 400)]
    [InlineData(127, -400, -60)]
    [InlineData(64, -0.1, 0.1)]
    public void Pan_moves_a_sound_to_its_side_and_keeps_its_power(int pan, double least, double most)
    {
        (float[] left, float[] right) = Sounds.Play(Sounds.Song([Sounds.Hold(0, 1, 60)], Flute, [new(0, 0, 10, pan)]));
        (double leftRms, double rightRms) = (Sounds.Rms(left, 0.1, 0.8) + 1e-12, Sounds.Rms(right, 0.1, 0.8) + 1e-12);
        Assert.InRange(Sounds.Difference(leftRms, rightRms), least, most);
        (float[] middle, _) = Sounds.Play(Sounds.One(60, program: Flute));
        Assert.Equal(2 * Math.Pow(Sounds.Rms(middle, 0.1, 0.8), 2), (leftRms * leftRms) + (rightRms * rightRms), 1e-4);
    }

    [Fact]
    public void A_controller_that_moves_during_a_note_is_heard_at_once_and_without_a_click()
    {
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 2, 60)], Organ, [new(Sounds.Second, 0, 7, 20)]));
        Assert.InRange(Sounds.Difference(Sounds.Rms(samples, 0.5, 0.4), Sounds.Rms(samples, 1.1, 0.4)), 26, 30);
        Assert.True(Clicks.LargestJump(samples, 0.95, 1.1) < 1.2 * Clicks.LargestJump(samples, 0.5, 0.9));
    }

    [Fact]
    public void The_pedal_holds_what_is_let_go_until_it_is_lifted()
    {
        ControlChange[] pedal = [new(0, 0, 64, 64), new(2 * Sounds.Second, 0, 64, 63)];
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 0.5, 60)], Organ, pedal));
        Assert.True(Sounds.Difference(Sounds.Rms(samples, 1.5, 0.4), Sounds.Rms(samples, 0.2, 0.2)) > -1);
        Assert.True(Sounds.Rms(samples, 2.3, 0.2) < 1e-4);
        samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 0.5, 60)], Organ, [new(0, 0, 64, 63)], endTick: 2 * Sounds.Second));
        Assert.True(Sounds.Rms(samples, 0.8, 0.2) < 1e-4);
    }

    [Fact]
    public void A_pedal_that_goes_down_with_a_release_holds_only_what_comes_before_it()
    {
        KeyEvent[] keys = [new(0, new Pitch(60), 100, 0), new(480, new Pitch(60), 0, 0)];
        Assert.True(HeardAfter(1) > 0.01); // pedal, then release
        Assert.True(HeardAfter(2) < 1e-4); // release, then pedal

        double HeardAfter(int keysBefore)
        {
            ScoreTrack track = new(
                keys, programs: [new(0, 0, Organ)], endTick: 2 * Sounds.Second, controls: [new(480, 0, 64, 127, keysBefore)]);
            return Sounds.Rms(Sounds.PlayMono(new Score(480, [track])), 1, 0.3);
        }
    }

    [Fact]
    public void A_key_struck_again_under_the_pedal_does_not_pile_up()
    {
        Note[] notes = [.. Enumerable.Range(0, 20).Select(index => Sounds.Hold(index * 0.25, 0.1, 48))];
        RenderOptions options = new() { Room = 0 };
        Performance performance = new(Timeline.Of(Sounds.Song(notes, 0, [new(0, 0, 64, 127)]), options), options);
        while (performance.NextBlock(new float[64], new float[64]) > 0)
        {
        }

        Assert.InRange(performance.MostVoices, 2, 5);
    }

    [Theory]
    [InlineData(0, 8191, 200)]
    [InlineData(0, -8192, -200)]
    [InlineData(73, 4096, 100)]
    [InlineData(40, -4096, -100)]
    public void The_wheel_bends_by_two_semitones(int program, int bend, double cents)
    {
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 2, 69)], program, bends: [new(0, 0, bend)]));
        Assert.Equal(0, Sounds.CentsFrom(samples, 440 * Math.Pow(2, cents / 1200), 0.1, 1.8), 1.0);
    }

    [Fact]
    public void The_range_of_the_wheel_is_obeyed()
    {
        ControlChange[] range = [new(0, 0, 101, 0), new(0, 0, 100, 0), new(0, 0, 6, 12), new(0, 0, 38, 50)];
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 2, 57)], Flute, range, [new(0, 0, 4096)]));
        Assert.Equal(0, Sounds.CentsFrom(samples, 220 * Math.Pow(2, 6.25 / 12), 0.1, 1.8), 1.0);

        ControlChange[] other = [new(0, 0, 99, 0), new(0, 0, 98, 0), new(0, 0, 6, 12)]; // a parameter of the maker's own
        samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 2, 57)], Flute, other, [new(0, 0, 4096)]));
        Assert.Equal(0, Sounds.CentsFrom(samples, 220 * Math.Pow(2, 1 / 12.0), 0.1, 1.8), 1.0);
    }

    [Fact]
    public void A_bend_during_a_note_reaches_its_pitch_and_does_not_click()
    {
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 3, 60)], 0, bends: [new(Sounds.Second, 0, 8191)]));
        Assert.Equal(0, Sounds.CentsFrom(samples, Sounds.Frequency(60), 0.1, 0.85), 1.0);
        Assert.Equal(0, Sounds.CentsFrom(samples, Sounds.Frequency(62), 1.1, 1.8), 1.0);
        Assert.True(Clicks.LargestJump(samples, 0.98, 1.1) < 1.3 * Clicks.LargestJump(samples, 0.8, 0.98));
    }

    [Fact]
    public void The_wheel_does_not_bend_drums()
    {
        float[] straight = Sounds.PlayMono(Sounds.One(45, channel: 9));
        float[] bent = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 1, 45, channel: 9)], bends: [new(0, 9, 8191)]));
        Assert.Equal(straight, bent);
    }

    [Fact]
    public void The_modulation_wheel_adds_vibrato()
    {
        const int Celesta = 8;
        Assert.Equal(Sounds.PlayMono(Sounds.One(69, program: Celesta)), Sounds.PlayMono(Modulated(Celesta))); // bars cannot
        double straight = Sounds.Strength(Sounds.PlayMono(Sounds.One(69, 2, program: Organ)), 440, 0.5, 1.4);
        double wavering = Sounds.Strength(Sounds.PlayMono(Modulated(Organ)), 440, 0.5, 1.4);
        Assert.True(wavering < 0.8 * straight);

        static Score Modulated(int program) =>
            Sounds.Song([Sounds.Hold(0, program == Celesta ? 1 : 2, 69)], program, [new(0, 0, 1, 127)]);
    }

    [Fact]
    public void A_reset_sets_back_all_but_volume_and_pan()
    {
        ControlChange[] controls =
            [new(0, 0, 7, 80), new(0, 0, 11, 10), new(0, 0, 1, 127), new(0, 0, 64, 127), new(100, 0, 121, 0, 0)];
        Note late = Sounds.Hold(0.5, 0.5, 69);
        float[] found = Sounds.PlayMono(Sounds.Song([late], Organ, controls, [new(0, 0, 8191)], endTick: 2 * Sounds.Second));
        float[] expected = Sounds.PlayMono(Sounds.Song([late], Organ, [new(0, 0, 7, 80)], endTick: 2 * Sounds.Second));
        Assert.Equal(Sounds.Rms(expected, 0.6, 0.3), Sounds.Rms(found, 0.6, 0.3), 1e-4);
        Assert.Equal(0, Sounds.CentsFrom(found, 440, 0.55, 0.4), 1.0);
        Assert.True(Sounds.Rms(found, 1.3, 0.2) < 1e-4);
    }

    [Theory]
    [InlineData(120, 0.03)]
    [InlineData(123, 0.2)]
    public void All_sounds_and_all_notes_off_are_obeyed(int controller, double seconds)
    {
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 3, 60)], Organ, [new(Sounds.Second, 0, controller, 0)]));
        Assert.True(Sounds.Rms(samples, 0.8, 0.2) > 0.01);
        Assert.True(Sounds.Rms(samples, 1 + seconds, 0.5) < 1e-4);
    }

    [Fact]
    public void A_bank_of_drums_makes_another_channel_drums()
    {
        ScoreTrack track = new(
            ScoreTrack.FromNotes([Sounds.Hold(0.5, 0.5, 38)]).Keys, programs: [new(10, 0, 0)], controls: [new(0, 0, 0, 127)]);
        float[] drum = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0.5, 0.5, 38, channel: 9)]));
        Assert.Equal(drum, Sounds.PlayMono(new Score(480, [track])));
    }

    [Fact]
    public void The_room_hears_as_much_as_controller_91_says()
    {
        RenderOptions options = new();
        double dry = Tail(0);
        double usual = Tail(40);
        double wet = Tail(120);
        Assert.True(dry < 1e-5 && usual > 1e-4);
        Assert.Equal(3, wet / usual, 0.05);

        double Tail(int value) => Sounds.Rms(
            Sounds.Play(Sounds.Song([Sounds.Hold(0, 0.5, 60)], Organ, [new(0, 0, 91, value)]), options).Left, 0.7, 0.2);
    }
}
