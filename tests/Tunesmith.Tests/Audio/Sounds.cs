using Tunesmith.Audio;
using Tunesmith.Audio.Timelines;
using Tunesmith.Music;

namespace Tunesmith.Tests.Audio;

/// <summary>Small songs to listen to, and measures of what is heard.</summary>
internal static class Sounds
{
    /// <summary>The rate of these tests.</summary>
    public const int Rate = 44_100;

    /// <summary>Ticks in a second: 480 a quarter at 120 quarters a minute.</summary>
    public const int Second = 960;

    /// <summary>A song of one track.</summary>
    public static Score Song(
        IEnumerable<Note> notes,
        int program = 0,
        IEnumerable<ControlChange>? controls = null,
        IEnumerable<PitchBend>? bends = null,
        long endTick = 0)
    {
        ScoreTrack track = ScoreTrack.FromNotes(notes);
        IEnumerable<ProgramChange> programs = Enumerable.Range(0, 16).Select(channel => new ProgramChange(0, channel, program));
        return new Score(480, [new ScoreTrack(track.Keys, "", programs, endTick, controls: controls, bends: bends)]);
    }

    /// <summary>A song of one note.</summary>
    public static Score One(int key, double seconds = 1, int velocity = 100, int program = 0, int channel = 0) =>
        Song([Hold(0, seconds, key, velocity, channel)], program);

    /// <summary>A note by seconds.</summary>
    public static Note Hold(double from, double seconds, int key, int velocity = 100, int channel = 0) =>
        new((long)(from * Second), (long)(seconds * Second), new Pitch(key), velocity, channel);

    /// <summary>A song as the voices play it: before it is made as loud as asked for, in a room that echoes nothing.</summary>
    public static (float[] Left, float[] Right) Play(Score score, RenderOptions? options = null)
    {
        options ??= new RenderOptions { Room = 0 };
        Performance performance = new(Timeline.Of(score, options), options);
        List<float> left = [];
        List<float> right = [];
        float[] leftBlock = new float[64];
        float[] rightBlock = new float[64];
        while (performance.NextBlock(leftBlock, rightBlock) is > 0 and int length)
        {
            left.AddRange(leftBlock.AsSpan(0, length));
            right.AddRange(rightBlock.AsSpan(0, length));
        }

        return ([.. left], [.. right]);
    }

    /// <summary>The mean of both channels.</summary>
    public static float[] PlayMono(Score score)
    {
        (float[] left, float[] right) = Play(score);
        return [.. left.Zip(right, (one, other) => (one + other) / 2)];
    }

    /// <summary>The root of the mean square of some seconds.</summary>
    public static double Rms(float[] samples, double from, double seconds)
    {
        float[] part = [.. samples.Skip((int)(from * Rate)).Take((int)(seconds * Rate))];
        return part.Length == 0 ? 0 : Math.Sqrt(part.Average(sample => (double)sample * sample));
    }

    /// <summary>Decibels between two amplitudes.</summary>
    public static double Difference(double one, double other) => 20 * Math.Log10(one / other);

    /// <summary>How much of a frequency there is: the length of the Fourier coefficient under a Hann window.</summary>
    public static double Strength(float[] samples, double frequency, double from, double seconds) =>
        Strength(Windowed(samples, from, seconds, Rate), frequency, Rate);

    /// <summary>How many cents the strongest frequency lies beside an expected one, looked for within 30 cents of it.</summary>
    public static double CentsFrom(float[] samples, double expected, double from, double seconds, int rate = Rate)
    {
        double[] windowed = Windowed(samples, from, seconds, rate);
        double best = Best(-30, 30, 2);
        return Best(best - 2, best + 2, 0.1);

        double Best(double lowest, double highest, double step)
        {
            int count = (int)((highest - lowest) / step) + 1;
            return Enumerable.Range(0, count).Select(index => lowest + (index * step))
                .MaxBy(cents => Strength(windowed, expected * Math.Pow(2, cents / 1200), rate));
        }
    }

    /// <summary>The first sample that is louder than a part of the loudest.</summary>
    public static int Onset(float[] samples, double part = 0.1)
    {
        float loudest = samples.Max(Math.Abs);
        return Array.FindIndex(samples, sample => Math.Abs(sample) > part * loudest);
    }

    /// <summary>The pitch of a key in Hz.</summary>
    public static double Frequency(int key) => 440 * Math.Pow(2, (key - 69) / 12.0);

    /// <summary>Some seconds under a Hann window.</summary>
    private static double[] Windowed(float[] samples, double from, double seconds, int rate)
    {
        int start = (int)(from * rate);
        double[] windowed = new double[Math.Min((int)(seconds * rate), samples.Length - start)];
        for (int t = 0; t < windowed.Length; t++)
        {
            windowed[t] = samples[start + t] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * t / windowed.Length)));
        }

        return windowed;
    }

    /// <summary>The length of a Fourier coefficient. The wave turns on from sample to sample, and needs no sine for each.</summary>
    private static double Strength(double[] windowed, double frequency, int rate)
    {
        (double turnSine, double turnCosine) = Math.SinCos(2 * Math.PI * frequency / rate);
        (double sine, double cosine) = (0, 1);
        (double real, double imaginary) = (0, 0);
        foreach (double sample in windowed)
        {
            real += sample * cosine;
            imaginary += sample * sine;
            (sine, cosine) = ((sine * turnCosine) + (cosine * turnSine), (cosine * turnCosine) - (sine * turnSine));
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / windowed.Length;
    }
}
