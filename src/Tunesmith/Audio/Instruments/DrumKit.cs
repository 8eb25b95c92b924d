using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>The drums of channel 10, by key: sines for what has a skin or a bell, noise for wires and cymbals.</summary>
internal static partial class DrumKit
{
    private const int HatGroup = 1;
    private const int TriangleGroup = 2;
    private const int GuiroGroup = 3;
    private const int WhistleGroup = 4;
    private const int CuicaGroup = 5;

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
}
