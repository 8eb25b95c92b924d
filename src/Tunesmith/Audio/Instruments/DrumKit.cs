using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <summary>The drums of channel 10, by key: sines for what has a skin or a bell, noise for wires and cymbals.</summary>
internal static class DrumKit
{
    private const int HatGroup = 1;
    private const int TriangleGroup = 2;
    private const int GuiroGroup = 3;
    private const int WhistleGroup = 4;
    private const int CuicaGroup = 5;

    /// <summary>Ratios of a plate's partials, spread so that no pitch is heard.</summary>
    private static readonly double[] Plate =
    [
        1, 1.31, 1.57, 1.93, 2.21, 2.53, 2.89, 3.17, 3.61, 3.97, 4.43, 4.79, 5.23, 5.71, 6.11, 6.67, 7.19, 7.57, 8.23, 8.81, 9.37, 9.91,
    ];

    /// <summary>What a drum sounds like.</summary>
    /// <param name="key">0 to 127; 35 to 81 are General MIDI's, 27 to 34 and 82 to 87 its successor's. Others play what is near.</param>
    /// <param name="velocity">1 to 127.</param>
    public static Timbre Play(int key, int velocity)
    {
        Strike strike = new(0, key, velocity);
        Timbre timbre = Sound(key, 0.3 + (0.7 * strike.Force)) with { RingsOn = true };
        return timbre with { Level = timbre.Level * strike.Loudness };
    }

    private static Timbre Sound(int key, double hard) => key switch
    {
        <= 28 => Noise(0.1, 1800, 0.25, NoiseShape.Band),
        29 or 30 => Noise(0.1, 2600, 0.12, NoiseShape.Band, sharpness: 2),
        31 => Wood(2400, 0.05),
        32 => Wood(1800, 0.03),
        33 => Wood(1200, 0.05),
        34 => Bell(2100, 0.5),
        35 => Skin(50, 0.5, 0.35, glide: 14) with { Level = 0.3, Room = 0.3, Noise = Click(0.12 * hard, 1500) },
        36 => Skin(55, 0.42, 0.3, glide: 18) with { Level = 0.3, Room = 0.3, Noise = Click(0.2 * hard, 2500) },
        37 => Wood(1700, 0.06) with { Noise = Click(0.5, 3000), Pan = -0.05 },
        38 or 40 => Snare(key == 38 ? 185 : 215, hard),
        39 => Noise(0.15, 1300, 0.22, NoiseShape.Band, strokes: 4, sharpness: 1.2) with { Pan = 0.1 },
        42 => Hat(0.07) with { ChokeGroup = HatGroup },
        44 => Hat(0.1) with { ChokeGroup = HatGroup, Level = 0.06 },
        46 => Hat(0.9) with { ChokeGroup = HatGroup, Level = 0.085 },
        41 => Tom(82, -0.4),
        43 => Tom(98, -0.25),
        45 => Tom(117, -0.1),
        47 => Tom(140, 0.1),
        48 => Tom(167, 0.25),
        50 => Tom(200, 0.4),
        49 => Cymbal(390, 2.6, 0.1, -0.35),
        57 => Cymbal(440, 2.4, 0.1, 0.4),
        52 => Cymbal(320, 1.6, 0.11, 0.3),
        55 => Cymbal(620, 0.9, 0.12, 0.15),
        51 => Ride(470, 0.35),
        59 => Ride(520, 0.4),
        53 => Bell(740, 1.4) with { Pan = 0.35 },
        54 => Noise(0.09, 8000, 0.16, NoiseShape.High, strokes: 2) with { Partials = Metal(4100, 0.14), Pan = 0.2 },
        56 => Bell(560, 0.3) with { Pan = 0.15 },
        58 => Noise(0.1, 2200, 0.7, NoiseShape.Band, strokes: 6, sharpness: 2, gap: 0.04),
        60 => Hand(390, 0.12, 0.2),
        61 => Hand(290, 0.16, 0.2),
        62 => Hand(330, 0.06, -0.2),
        63 => Hand(300, 0.25, -0.2),
        64 => Hand(200, 0.3, -0.25),
        65 => Hand(420, 0.3, 0.3),
        66 => Hand(310, 0.35, 0.3),
        67 => Bell(930, 0.25) with { Pan = -0.3 },
        68 => Bell(650, 0.3) with { Pan = -0.3 },
        69 or 82 => Noise(0.06, 6500, 0.08, NoiseShape.High) with { Attack = 0.008, Pan = -0.3 },
        70 => Noise(0.06, 5500, 0.05, NoiseShape.High) with { Attack = 0.004, Pan = 0.35 },
        71 => Whistle(0.12),
        72 => Whistle(0.45),
        73 => Noise(0.08, 3200, 0.12, NoiseShape.Band, strokes: 5, sharpness: 2, gap: 0.018) with { ChokeGroup = GuiroGroup },
        74 => Noise(0.08, 2800, 0.4, NoiseShape.Band, strokes: 12, sharpness: 2, gap: 0.03) with { ChokeGroup = GuiroGroup },
        75 => Wood(2500, 0.05),
        76 => Wood(1050, 0.08) with { Pan = 0.2 },
        77 => Wood(760, 0.09) with { Pan = 0.2 },
        78 => Cuica(520, 0.15),
        79 => Cuica(390, 0.35),
        80 => Triangle(0.12),
        81 => Triangle(1.8),
        83 => Noise(0.05, 7000, 0.4, NoiseShape.High, strokes: 6, gap: 0.05) with { Partials = Metal(3300, 0.5) },
        84 => Bell(1500, 1.2),
        85 => Wood(2900, 0.05),
        86 => Hand(95, 0.25, 0),
        87 => Hand(80, 0.6, 0),
        _ => Wood(1200 + (8 * key), 0.07),
    };

    private static Timbre Skin(double frequency, double seconds, double overtones, double glide) => new()
    {
        Partials = Bars.Struck(frequency, seconds, (1, 1, 1), (1.59, 0.5 * overtones, 0.6), (2.3, 0.35 * overtones, 0.4), (3.2, 0.2 * overtones, 0.3)),
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
        Partials = Bars.Struck(frequency, 0.16, (1, 0.7, 1), (1.78, 0.4, 0.7), (2.6, 0.25, 0.5)),
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
        Partials = [.. Metal(frequency * 4, 1.8), .. Bars.Struck(frequency * 2, 1.2, (1, 0.5, 1), (2.7, 0.4, 0.8))],
        Noise = new NoiseBand { Amplitude = 0.35, Frequency = 6000, Shape = NoiseShape.High, Seconds = 0.5 },
        Attack = 0.0008,
        Level = 0.085,
        Pan = pan,
    };

    private static Timbre Bell(double frequency, double seconds) => new()
    {
        Partials = Bars.Struck(frequency, seconds, (1, 1, 1), (1.5, 0.7, 0.9), (2.67, 0.4, 0.6), (4.2, 0.25, 0.4), (6.1, 0.15, 0.3)),
        Attack = 0.0006,
        Level = 0.1,
    };

    private static Timbre Triangle(double seconds) => new()
    {
        Partials = Bars.Struck(1250, seconds, (1, 0.4, 1), (2.4, 0.7, 1), (3.73, 1, 0.9), (5.6, 0.6, 0.7), (8.1, 0.5, 0.5), (10.7, 0.3, 0.4)),
        Attack = 0.0006,
        Level = 0.06,
        Pan = -0.35,
        ChokeGroup = TriangleGroup,
    };

    private static Timbre Wood(double frequency, double seconds) => new()
    {
        Partials = Bars.Struck(frequency, seconds, (1, 1, 1), (1.47, 0.6, 0.8), (2.56, 0.3, 0.5)),
        Attack = 0.0005,
        Level = 0.12,
    };

    private static Timbre Cuica(double frequency, double seconds) => new()
    {
        Partials = Bars.Struck(frequency, seconds, (1, 1, 1), (2, 0.5, 0.8), (3, 0.3, 0.6)),
        Attack = 0.008,
        Level = 0.1,
        Glide = -5,
        GlideSeconds = 0.08,
        ChokeGroup = CuicaGroup,
    };

    private static Timbre Whistle(double seconds) => new()
    {
        Partials = Bars.Struck(2350, seconds, (1, 1, 1), (1.01, 0.8, 1)),
        Noise = new NoiseBand { Amplitude = 0.3, Frequency = 2400, Sharpness = 3, Seconds = seconds },
        Attack = 0.006,
        Level = 0.08,
        ChokeGroup = WhistleGroup,
    };

    private static Timbre Noise(
        double level, double frequency, double seconds, NoiseShape shape, int strokes = 1, double sharpness = 0.7, double gap = 0.011) => new()
        {
            Noise = new NoiseBand
            {
                Amplitude = 1, Frequency = frequency, Seconds = seconds, Shape = shape, Strokes = strokes, StrokeSeconds = gap, Sharpness = sharpness,
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
