namespace Tunesmith.Audio.Timbres;

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
