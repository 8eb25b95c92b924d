namespace Tunesmith.Audio.Timbres;

/// <summary>
/// What one note sounds like, before anything is known of channels and pedals: any of three layers (partials that die away, a series of
/// harmonics that is held, noise) and how they begin and end. Instruments make one for each note that is struck.
/// </summary>
internal sealed record Timbre
{
    /// <summary>
    /// The sines that die away, longest first; at most 48. Together they have the mean square 1, whatever their amplitudes; beside a
    /// held tone, which then has the mean square 1, they are as loud as they say.
    /// </summary>
    public IReadOnlyList<Partial> Partials { get; init; } = [];

    /// <summary>The tone that is held; null for none.</summary>
    public HeldTone? Tone { get; init; }

    /// <summary>The noise; null for none.</summary>
    public NoiseBand? Noise { get; init; }

    /// <summary>How long the note takes to fade in, in seconds.</summary>
    public double Attack { get; init; } = 0.0015;

    /// <summary>How long it takes to fade by 60 dB when the key is let go, in seconds.</summary>
    public double Release { get; init; } = 0.12;

    /// <summary>What all layers are multiplied by: about the root of the mean square at the start.</summary>
    public double Level { get; init; } = 0.1;

    /// <summary>Where it stands: -1 on the left, 1 on the right.</summary>
    public double Pan { get; init; }

    /// <summary>How much of it the room hears; 1 is usual.</summary>
    public double Room { get; init; } = 1;

    /// <summary>
    /// By how many semitones the pitch starts too high; it falls to its place with a time constant of <see cref="GlideSeconds"/>.
    /// </summary>
    public double Glide { get; init; }

    /// <summary>The time constant of <see cref="Glide"/> in seconds.</summary>
    public double GlideSeconds { get; init; } = 0.03;

    /// <summary>Whether it sounds to its end although the key is let go.</summary>
    public bool RingsOn { get; init; }

    /// <summary>Sounds of one choke group end each other; 0 is no group.</summary>
    public int ChokeGroup { get; init; }
}

/// <summary>A sine that dies away.</summary>
/// <param name="Frequency">In Hz.</param>
/// <param name="Amplitude">Beside the others of its note.</param>
/// <param name="Seconds">How long it takes to fade by 60 dB.</param>
/// <param name="Phase">Where it begins, in turns; null spreads the partials of a note, so that their peaks do not meet.</param>
internal readonly record struct Partial(double Frequency, double Amplitude, double Seconds, double? Phase = null);

/// <summary>A tone that is held as long as its key.</summary>
internal sealed record HeldTone
{
    /// <summary>The fundamental in Hz.</summary>
    public required double Frequency { get; init; }

    /// <summary>The amplitudes of the harmonics, from the first on, where the tone is dullest.</summary>
    public required double[] Dull { get; init; }

    /// <summary>As many amplitudes where it is brightest; null for the same.</summary>
    public double[]? Bright { get; init; }

    /// <summary>How bright it is at first, 0 to 1.</summary>
    public double BrightAtFirst { get; init; }

    /// <summary>How bright it is in the end, 0 to 1.</summary>
    public double BrightInTheEnd { get; init; }

    /// <summary>The time constant of the way from one to the other, in seconds.</summary>
    public double BrightSeconds { get; init; } = 0.1;

    /// <summary>How much of it is left while the key is held, 0 to 1.</summary>
    public double Sustain { get; init; } = 1;

    /// <summary>The time constant of the way there, in seconds.</summary>
    public double DecaySeconds { get; init; } = 0.3;

    /// <summary>
    /// The players in cents beside the pitch, from left to right: one, or three of whom the middle one is in tune and louder.
    /// </summary>
    public double[] Players { get; init; } = [0];

    /// <summary>How far apart the players stand, 0 to 1.</summary>
    public double Width { get; init; } = 0.5;

    /// <summary>The depth of vibrato in cents either way.</summary>
    public double Vibrato { get; init; }

    /// <summary>The speed of vibrato in Hz.</summary>
    public double VibratoRate { get; init; } = 5.3;

    /// <summary>The depth of tremolo, 0 to 1, at the speed of vibrato.</summary>
    public double Tremolo { get; init; }

    /// <summary>How long vibrato takes to begin, in seconds.</summary>
    public double VibratoDelay { get; init; } = 0.3;
}

/// <summary>Noise through a filter.</summary>
internal sealed record NoiseBand
{
    /// <summary>How loud it is beside the rest of the note, whose mean square is 1: its own is this squared.</summary>
    public required double Amplitude { get; init; }

    /// <summary>The middle of the band in Hz.</summary>
    public required double Frequency { get; init; }

    /// <summary>What part of the noise is heard.</summary>
    public NoiseShape Shape { get; init; } = NoiseShape.Band;

    /// <summary>How narrow the band is: the frequency over its width; 0.5 or more.</summary>
    public double Sharpness { get; init; } = 0.7;

    /// <summary>How long it takes to fade by 60 dB, in seconds; endless where it is held.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>The strokes it begins with, such as the hands of a clap.</summary>
    public int Strokes { get; init; } = 1;

    /// <summary>From one stroke to the next, in seconds.</summary>
    public double StrokeSeconds { get; init; } = 0.011;
}

/// <summary>What part of noise is heard.</summary>
internal enum NoiseShape
{
    /// <summary>A band about the frequency.</summary>
    Band,

    /// <summary>All above the frequency.</summary>
    High,

    /// <summary>All below the frequency.</summary>
    Low,
}
