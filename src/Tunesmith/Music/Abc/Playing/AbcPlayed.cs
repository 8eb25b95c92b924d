namespace Tunesmith.Music.Abc.Playing;

/// <summary>A voice as it sounds, with its times in whole notes.</summary>
internal sealed class AbcPlayed
{
    /// <summary>The notes in the order of their onsets.</summary>
    public List<AbcPlayedNote> Notes { get; } = [];

    /// <summary>Where bar lines stand, in order.</summary>
    public List<Fraction> Bars { get; } = [];

    /// <summary>The meters, in order; null for none.</summary>
    public List<(Fraction Time, Meter? Meter)> Meters { get; } = [];

    /// <summary>The tempi, in microseconds a quarter, in order.</summary>
    public List<(Fraction Time, int MicrosecondsPerQuarter)> Tempos { get; } = [];

    /// <summary>Where it ends, rests counted.</summary>
    public Fraction End { get; set; }
}
