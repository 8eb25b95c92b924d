namespace Tunesmith.Audio.Timbres;

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
