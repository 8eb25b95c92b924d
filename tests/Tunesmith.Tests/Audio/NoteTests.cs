using Tunesmith.Audio;
using Tunesmith.Audio.Timelines;
using Tunesmith.Audio.Voices;
using Tunesmith.Music;

namespace Tunesmith.Tests.Audio;

/// <summary>When notes begin and end, how many sound, and that none of it clicks.</summary>
public sealed class NoteTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0, 0.7317)]
    [InlineData(12, 1.0001)]
    public void A_note_begins_at_its_sample(int program, double seconds)
    {
        Note note = Sounds.Hold(seconds, 0.5, 72);
        float[] samples = Sounds.PlayMono(Sounds.Song([note], program));
        int expected = (int)Math.Round(note.Onset * Sounds.Rate / (double)Sounds.Second);
        Assert.All(samples[..expected], sample => Assert.Equal(0, sample));
        Assert.InRange(Sounds.Onset(samples), expected, expected + (Sounds.Rate * 3 / 1000));
    }

    [Fact]
    public void Tempi_are_obeyed()
    {
        ScoreTrack track = ScoreTrack.FromNotes([new(0, 100, new Pitch(72), 100, 0), new(960, 100, new Pitch(72), 100, 0)]);
        Score score = new(480, [track], new TempoMap([new(0, 500_000), new(480, 1_000_000)]));
        float[] samples = Sounds.PlayMono(score);
        int second = (int)(1.5 * Sounds.Rate); // a quarter of half a second and one of a whole
        double before = Sounds.Rms(samples, 1.49, 0.01);
        Assert.True(Sounds.Rms(samples, 1.5, 0.01) > 10 * before);
        Assert.Equal(second, new TickClock(score.Tempos, 480, Sounds.Rate).FrameAt(960));
    }

    [Fact]
    public void A_clock_agrees_with_the_tempo_map()
    {
        TempoMap tempos = new([new(100, 400_000), new(100, 300_000), new(700, 9_999_999), new(701, 1), new(5_000, 123_456)]);
        TickClock clock = new(tempos, 97, 48_000);
        foreach (long tick in (long[])[0, 50, 100, 101, 699, 700, 701, 702, 4_999, 5_000, 5_001, 1_000_000])
        {
            Assert.Equal(tempos.SecondsAt(tick, 97) * 48_000, clock.FrameAt(tick), 0.51);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(40)]
    [InlineData(48)]
    [InlineData(81)]
    public void The_end_of_a_note_does_not_click(int program)
    {
        foreach (int key in (int[])[40, 57, 76])
        {
            float[] samples = Sounds.PlayMono(Sounds.One(key, seconds: 0.5137, program: program));
            double held = Clicks.LargestJump(samples, 0.3, 0.5);
            Assert.True(Clicks.LargestJump(samples, 0.5, 2) <= 1.1 * held, $"program {program}, key {key}");
            Assert.True(Math.Abs(samples[^1]) < 1e-4);
        }
    }

    [Fact]
    public void A_note_of_no_length_is_heard_as_a_short_one()
    {
        foreach (int program in (int[])[0, 16, 48])
        {
            float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0.1, 0, 60)], program));
            Assert.True(Sounds.Rms(samples, 0.1, 0.05) > 0.002, $"program {program}");
            Assert.True(samples.Length < 1.2 * Sounds.Rate);
        }
    }

    [Fact]
    public void Notes_on_one_key_sound_each_by_itself()
    {
        // As the song pairs them: the first release ends the first press.
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 1, 60), Sounds.Hold(0.5, 1.5, 60)], 16));
        Assert.True(Sounds.Rms(samples, 1.3, 0.5) > 0.01);
        Assert.True(Sounds.Rms(samples, 2.2, 0.2) < 1e-4);
    }

    [Fact]
    public void A_press_that_nothing_ends_sounds_to_the_end_of_the_song()
    {
        Score score = new(480, [new ScoreTrack([new(0, new Pitch(60), 100, 0)], programs: [new(0, 0, 16)], endTick: 2 * Sounds.Second)]);
        float[] samples = Sounds.PlayMono(score);
        Assert.True(Sounds.Rms(samples, 1.8, 0.2) > 0.01);
        Assert.True(Sounds.Rms(samples, 2.3, 0.2) < 1e-4);
    }

    [Fact]
    public void Voices_are_bounded_and_stolen_without_a_click()
    {
        Note[] notes =
        [
            .. Enumerable.Range(0, 16 * 16).Select(index =>
                Sounds.Hold(index * 0.01, 6, 30 + (index % 60), 60, index % 16 == 9 ? 0 : index % 16)),
        ];
        RenderOptions options = new() { Room = 0 };
        Performance performance = new(Timeline.Of(Sounds.Song(notes, 71), options), options);
        List<float> samples = [];
        float[] left = new float[64];
        while (performance.NextBlock(left, new float[64]) is > 0 and int length)
        {
            samples.AddRange(left.AsSpan(0, length));
        }

        Assert.InRange(performance.MostVoices, VoicePool.Most, VoicePool.Most + 8);
        float[] all = [.. samples];
        Assert.True(Clicks.LargestJump(all, 1.2, 2.5) < 2 * Clicks.LargestJump(all, 2.8, 4));
    }

    [Fact]
    public void Many_notes_at_once_are_cut_down_at_once()
    {
        Note[] notes = [.. Enumerable.Range(0, 5_000).Select(index => Sounds.Hold(0, 1, 20 + (index % 100), 60, index % 9))];
        RenderOptions options = new() { Room = 0 };
        Performance performance = new(Timeline.Of(Sounds.Song(notes), options), options);
        while (performance.NextBlock(new float[64], new float[64]) > 0)
        {
        }

        Assert.Equal(VoicePool.Most, performance.MostVoices);
    }

    [Fact]
    public void What_rings_on_after_the_song_is_heard_to_its_end_but_not_for_ever()
    {
        ControlChange[] pedal = [new(0, 0, 64, 127)];
        float[] samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 0.5, 60)], 16, pedal)); // the pedal is lifted for it
        Assert.InRange(samples.Length, Sounds.Rate / 2, Sounds.Rate);
        samples = Sounds.PlayMono(Sounds.Song([Sounds.Hold(0, 0.1, 96), Sounds.Hold(0, 0.1, 30)], 14)); // the largest of bells
        Assert.InRange(samples.Length, 3 * Sounds.Rate, (int)(6.2 * Sounds.Rate));
        Assert.True(Math.Abs(samples[^1]) < 1e-3);
    }
}
