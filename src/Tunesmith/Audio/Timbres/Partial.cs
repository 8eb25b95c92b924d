namespace Tunesmith.Audio.Timbres;

/// <summary>A sine that dies away.</summary>
/// <param name="Frequency">In Hz.</param>
/// <param name="Amplitude">Beside the others of its note.</param>
/// <param name="Seconds">How long it takes to fade by 60 dB.</param>
/// <param name="Phase">Where it begins, in turns; null spreads the partials of a note, so that their peaks do not meet.</param>
internal readonly record struct Partial(double Frequency, double Amplitude, double Seconds, double? Phase = null)
{
    /// <summary>The highest that instruments are given, in Hz: few people hear what is above.</summary>
    public const double Highest = 18_000;

    /// <summary>What spreads phases evenly, however many there are.</summary>
    public const double GoldenSection = 0.61803398874989485;
}
