using System.Security.Cryptography;
using Tunesmith.Audio;
using Tunesmith.Music;
using Tunesmith.Tests.Compute;
using Tunesmith.Tests.Corpus;

namespace Tunesmith.Tests.Audio;

/// <summary>The whole way from a song to samples.</summary>
public sealed class SynthesizerTests
{
    private const string Recorded = "b9fc85cce7c48037fb22b647c842cce7d61acf93dbc9847ccf0754ccf77be823";

    /// <summary>A little of everything: each family of instruments, drums, the pedal, bends, vibrato and pan.</summary>
    private static Score Band
    {
        get
        {
            int[] programs = [0, 4, 11, 16, 24, 30, 33, 40, 52, 0, 56, 65, 73, 81, 89, 118];
            Note[] notes =
            [
                .. Enumerable.Range(0, 16)
                    .Select(channel => Sounds.Hold(0.05 * channel, 0.5, channel == 9 ? 38 : 50 + channel, 90, channel)),
                Sounds.Hold(0.2, 0.1, 46, 100, 9),
                Sounds.Hold(0.4, 0.1, 42, 100, 9),
            ];
            return new Score(480, [new ScoreTrack(
                ScoreTrack.FromNotes(notes).Keys,
                programs: programs.Select((program, channel) => new ProgramChange(0, channel, program)),
                controls: [new(0, 0, 64, 127), new(0, 1, 10, 20), new(300, 7, 1, 90), new(500, 3, 11, 80)],
                bends: [new(100, 4, 3_000), new(200, 12, -2_000)])]);
        }
    }

    [Fact]
    public void A_small_song_has_the_recorded_bytes()
    {
        using MemoryStream stream = new();
        RenderOptions options = new() { SampleRate = 22_050 };
        Synthesizer.WriteWav(Band, stream, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Recorded, Convert.ToHexStringLower(SHA256.HashData(stream.ToArray())));
    }

    [Fact]
    public void Every_width_gives_the_same_samples()
    {
        float[] expected = Render(Band, new RenderOptions { SampleRate = 11_025, VectorBits = 32 }).Samples.ToArray();
        foreach (int bits in Numbers.AllBits)
        {
            Sound sound = Render(Band, new RenderOptions { SampleRate = 11_025, VectorBits = bits });
            Numbers.SameBits(expected, sound.Samples.Span, $"{bits} bits");
        }
    }

    [Fact]
    public void In_memory_and_in_a_file_it_is_the_same()
    {
        using MemoryStream written = new();
        using MemoryStream kept = new();
        SoundReport report = Synthesizer.WriteWav(Band, written, cancellationToken: TestContext.Current.CancellationToken);
        Sound sound = Render(Band, new RenderOptions());
        sound.Save(kept);
        Assert.Equal(written.ToArray(), kept.ToArray());
        Assert.Equal(report, sound.Report);
        Assert.Equal((sound.Samples.Length / 2, 44_100, 2), (sound.Report.Frames, sound.SampleRate, sound.Channels));
    }

    [Fact]
    public void A_file_is_replaced_whole_or_not_at_all()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("song.wav");
        File.WriteAllText(path, "as it was");
        using CancellationTokenSource source = new();
        Watch stop = new(progress => source.Cancel());
        Assert.Throws<OperationCanceledException>(() => Synthesizer.WriteWav(Sounds.One(60, seconds: 5), path, null, stop, source.Token));
        Assert.Equal("as it was", File.ReadAllText(path));

        using MemoryStream written = new();
        SoundReport report = Synthesizer.WriteWav(Band, written, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(report, Synthesizer.WriteWav(Band, path, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(written.ToArray(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void A_song_that_is_too_long_to_be_kept_is_played_again_and_is_the_same()
    {
        Sound kept = Render(Sounds.Song([Sounds.Hold(0, 1, 60)]), new RenderOptions { SampleRate = 48_000 });
        Score score = Sounds.Song([Sounds.Hold(0, 1, 60)], endTick: 120L * Sounds.Second); // the same, and then two minutes of silence
        Sound again = Render(score, new RenderOptions { SampleRate = 48_000 });
        Assert.True(again.Report.Frames > 5_292_000);
        Assert.True(kept.Samples.Span[..96_000].SequenceEqual(again.Samples.Span[..96_000]));
        Assert.Equal(kept.Report.Loudness, again.Report.Loudness, 1e-9);
    }

    [Theory]
    [InlineData(-18, false)]
    [InlineData(-18, true)]
    [InlineData(-30, false)]
    public void A_song_is_as_loud_as_asked_for(double loudness, bool mono)
    {
        foreach (Score score in (Score[])[Band, Sounds.One(60, velocity: 5), Sounds.One(30, 3, 127, 48)])
        {
            Sound sound = Render(score, new RenderOptions { Loudness = loudness, Mono = mono });
            LoudnessMeter meter = new(44_100);
            meter.Add(Channel(sound, 0), Channel(sound, mono ? 0 : 1));
            Assert.Equal(meter.Loudness, sound.Report.Loudness, 1e-6);
            Assert.Equal(loudness, meter.Loudness, 1.0);
            Assert.Equal(20 * Math.Log10(sound.Samples.ToArray().Max(Math.Abs)), sound.Report.Peak, 1e-3);
            Assert.InRange(sound.Report.Peak, -60, -0.999);
        }
    }

    [Fact]
    public void Loud_songs_are_limited_below_full_scale()
    {
        Note[] notes = [.. Enumerable.Range(0, 40).Select(index => Sounds.Hold(index * 0.2, 0.1, 36, 127, 9))];
        Sound sound = Render(Sounds.Song(notes), new RenderOptions { Loudness = -6 });
        Assert.Equal(Rendering.MostLimiting, sound.Report.Limiting, 0.1);
        Assert.InRange(sound.Report.Loudness, -20, -7); // as loud as that allows
        Assert.True(sound.Samples.ToArray().Max(Math.Abs) <= Limiter.Ceiling);
    }

    [Fact]
    public void Silence_stays_silence()
    {
        Score muted = Sounds.Song([Sounds.Hold(0, 1, 60)], 0, [new(0, 0, 7, 0)]);
        foreach (Score score in (Score[])[new(480, []), new(480, [new ScoreTrack([], endTick: Sounds.Second)]), muted])
        {
            Sound sound = Render(score, new RenderOptions());
            Assert.All(sound.Samples.ToArray(), sample => Assert.Equal(0, sample));
            Assert.Equal((double.NegativeInfinity, double.NegativeInfinity), (sound.Report.Loudness, sound.Report.Peak));
            Assert.Equal((0, 0), (sound.Report.Gain, sound.Report.Limiting));
            Assert.True(sound.Report.Seconds >= score.Seconds - 0.001);
        }
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(22_050)]
    [InlineData(96_000)]
    [InlineData(192_000)]
    public void Every_rate_sounds_alike(int rate)
    {
        Sound sound = Render(Sounds.One(69), new RenderOptions { SampleRate = rate, Mono = true });
        Assert.Equal(1, sound.Channels);
        Assert.All(sound.Samples.ToArray(), sample => Assert.True(float.IsFinite(sample)));
        Assert.Equal(-18, sound.Report.Loudness, 0.1);
        int onset = Array.FindIndex(sound.Samples.ToArray(), sample => Math.Abs(sample) > 0.02);
        Assert.InRange(onset / (double)rate, 0, 0.01);
        Assert.InRange(Sounds.CentsFrom(sound.Samples.ToArray(), 440, 0, 1, rate), -3, 3);
    }

    [Fact]
    public void A_song_of_more_than_two_hours_is_refused_before_anything_is_made()
    {
        Score score = new(480, [new ScoreTrack([new(0, new Pitch(60), 90, 0)], endTick: 7_201L * Sounds.Second)]);
        RenderException error = Assert.Throws<RenderException>(() => Render(score, new RenderOptions()));
        Assert.Equal("The song is too long: 120.1 minutes, where at most 120 are rendered. Take a part of it.", error.Message);
        score = new Score(1, [new ScoreTrack([], endTick: long.MaxValue / 4)], new TempoMap([new(0, 0xFFFFFF)]));
        Assert.Throws<RenderException>(() => Render(score, new RenderOptions()));
    }

    [Fact]
    public void A_file_of_4_GiB_is_refused_before_anything_is_made()
    {
        Score score = new(480, [new ScoreTrack([], endTick: 7_000L * Sounds.Second)]);
        RenderOptions options = new() { SampleRate = 192_000 };
        RenderException error = Assert.Throws<RenderException>(
            () => Synthesizer.WriteWav(score, Stream.Null, options, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(
            "The file would have 4 GiB or more, which no WAV file can: 116.7 minutes at 192,000 Hz. Take a lower rate, or mono.",
            error.Message);
    }

    [Theory]
    [InlineData(7_999, -18, 1, 120)]
    [InlineData(192_001, -18, 1, 120)]
    [InlineData(44_100, -5, 1, 120)]
    [InlineData(44_100, double.NaN, 1, 120)]
    [InlineData(44_100, -18, -0.1, 120)]
    [InlineData(44_100, -18, 1, 0)]
    [InlineData(44_100, -18, 1, 121)]
    public void Options_out_of_their_range_are_refused(int rate, double loudness, double room, double minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Render(
            new Score(480, []), new RenderOptions { SampleRate = rate, Loudness = loudness, Room = room, MaxMinutes = minutes }));

    [Fact]
    public void Progress_rises_to_its_end_and_cancelling_stops()
    {
        List<double> done = [];
        Watch watch = new(progress => done.Add(progress.Share));
        Synthesizer.Render(Sounds.One(60, seconds: 5), null, watch, TestContext.Current.CancellationToken);
        Assert.Equal(done.Order(), done);
        Assert.Equal((0, 1), (done[0], done[^1]));
        Assert.True(done.Count > 8);

        using CancellationTokenSource source = new();
        Assert.Throws<OperationCanceledException>(() => Synthesizer.Render(
            Sounds.One(60, seconds: 5), null, new Watch(progress => source.Cancel()), source.Token));
    }

    private static Sound Render(Score score, RenderOptions options) =>
        Synthesizer.Render(score, options, cancellationToken: TestContext.Current.CancellationToken);

    private static float[] Channel(Sound sound, int channel) =>
        [.. sound.Samples.ToArray().Where((_, index) => index % sound.Channels == channel)];

    private sealed class Watch(Action<RenderProgress> report) : IProgress<RenderProgress>
    {
        public void Report(RenderProgress value) => report(value);
    }
}
