using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <content>What the drums are made of.</content>
internal static partial class DrumKit
{
    /// <summary>Ratios of a plate's partials, spread so that no pitch is heard.</summary>
    private static readonly double[] Plate =
    [
        1, 1.31, 1.57, 1.93, 2.21, 2.53, 2.89, 3.17, 3.61, 3.97, 4.43, 4.79, 5.23, 5.71, 6.11, 6.67, 7.19, 7.57, 8.23, 8.81, 9.37, 9.91,
    ];

    private static Timbre Skin(double frequency, double seconds, double overtones, double glide) => new()
    {
        Partials = Modes.Struck(
            frequency, seconds, (1, 1, 1), (1.59, 0.5 * overtones, 0.6), (2.3, 0.35 * overtones, 0.4), (3.2, 0.2 * overtones, 0.3)),
        Attack = 0.0008,
        Level = 0.2,
        Glide = glide,
        GlideSeconds = 0.025,
    };

    private static Timbre Tom(double frequency, double pan) => Skin(frequency, 0.7, 0.8, glide: 4) with
    {
        Level = 0.21,
        Pan = pan,
        GlideSeconds = 0.04,
        Noise = Click(0.15, 1200),
    };

    private static Timbre Hand(double frequency, double seconds, double pan) => Skin(frequency, seconds, 1, glide: 1.5) with
    {
        Level = 0.15,
        Pan = pan,
        Noise = Click(0.3, 2500),
    };

    private static Timbre Snare(double frequency, double hard) => new()
    {
        Partials = Modes.Struck(frequency, 0.16, (1, 0.7, 1), (1.78, 0.4, 0.7), (2.6, 0.25, 0.5)),
        Noise = new NoiseBand { Amplitude = 0.8 * hard, Frequency = 1500, Shape = NoiseShape.High, Seconds = 0.24 },
        Attack = 0.0006,
        Level = 0.2,
        Glide = 3,
        GlideSeconds = 0.015,
        Pan = -0.05,
    };

    private static Timbre Hat(double seconds) => new()
    {
        Partials = Metal(3200, seconds),
        Noise = new NoiseBand { Amplitude = 0.8, Frequency = 7000, Shape = NoiseShape.High, Seconds = seconds },
        Attack = 0.0006,
        Level = 0.075,
        Pan = 0.25,
        Room = 0.5,
    };

    private static Timbre Cymbal(double frequency, double seconds, double level, double pan) => new()
    {
        Partials = Metal(frequency * 3, seconds),
        Noise = new NoiseBand { Amplitude = 0.9, Frequency = 4000, Shape = NoiseShape.High, Seconds = seconds * 0.8 },
        Attack = 0.001,
        Level = level,
        Pan = pan,
    };

    private static Timbre Ride(double frequency, double pan) => new()
    {
        Partials = [.. Metal(frequency * 4, 1.8), .. Modes.Struck(frequency * 2, 1.2, (1, 0.5, 1), (2.7, 0.4, 0.8))],
        Noise = new NoiseBand { Amplitude = 0.35, Frequency = 6000, Shape = NoiseShape.High, Seconds = 0.5 },
        Attack = 0.0008,
        Level = 0.085,
        Pan = pan,
    };

    private static Timbre Bell(double frequency, double seconds) => new()
    {
        Partials = Modes.Struck(frequency, seconds, (1, 1, 1), (1.5, 0.7, 0.9), (2.67, 0.4, 0.6), (4.2, 0.25, 0.4), (6.1, 0.15, 0.3)),
        Attack = 0.0006,
        Level = 0.1,
    };

    private static Timbre Triangle(double seconds) => new()
    {
        Partials = Modes.Struck(
            1250, seconds, (1, 0.4, 1), (2.4, 0.7, 1), (3.73, 1, 0.9), (5.6, 0.6, 0.7), (8.1, 0.5, 0.5), (10.7, 0.3, 0.4)),
        Attack = 0.0006,
        Level = 0.06,
        Pan = -0.35,
        ChokeGroup = TriangleGroup,
    };

    private static Timbre Wood(double frequency, double seconds) => new()
    {
        Partials = Modes.Struck(frequency, seconds, (1, 1, 1), (1.47, 0.6, 0.8), (2.56, 0.3, 0.5)),
        Attack = 0.0005,
        Level = 0.12,
    };

    private static Timbre Cuica(double frequency, double seconds) => new()
    {
        Partials = Modes.Struck(frequency, seconds, (1, 1, 1), (2, 0.5, 0.8), (3, 0.3, 0.6)),
        Attack = 0.008,
        Level = 0.1,
        Glide = -5,
        GlideSeconds = 0.08,
        ChokeGroup = CuicaGroup,
    };

    private static Timbre Whistle(double seconds) => new()
    {
        Partials = Modes.Struck(2350, seconds, (1, 1, 1), (1.01, 0.8, 1)),
        Noise = new NoiseBand { Amplitude = 0.3, Frequency = 2400, Sharpness = 3, Seconds = seconds },
        Attack = 0.006,
        Level = 0.08,
        ChokeGroup = WhistleGroup,
    };

    private static Timbre Noise(
        double level,
        double frequency,
        double seconds,
        NoiseShape shape,
        int strokes = 1,
        double sharpness = 0.7,
        double gap = 0.011) => new()
        {
            Noise = new NoiseBand
            {
                Amplitude = 1,
                Frequency = frequency,
                Seconds = seconds,
                Shape = shape,
                Strokes = strokes,
                StrokeSeconds = gap,
                Sharpness = sharpness,
            },
            Attack = 0.0006,
            Level = level,
        };

    private static NoiseBand Click(double amplitude, double frequency) =>
        new() { Amplitude = amplitude, Frequency = frequency, Seconds = 0.03 };

    /// <summary>The shimmer of a plate: many partials, the high ones shorter.</summary>
    private static Partial[] Metal(double frequency, double seconds) =>
    [
        .. Plate
            .Select((ratio, index) => new Partial(frequency * ratio, 1 / Functions.Power(index + 1, 0.3), seconds / (1 + (0.08 * index))))
            .Where(partial => partial.Frequency < 17_000),
    ];
}
