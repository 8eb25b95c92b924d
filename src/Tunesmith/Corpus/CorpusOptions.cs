using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>How songs are heard, and which are kept.</summary>
public sealed record CorpusOptions
{
    /// <summary>How the classroom lab hears and keeps songs: its encoding, and no song of fewer than 128 steps.</summary>
    public static CorpusOptions Lab { get; } = new() { Encoding = Encodings.Lab, MinSteps = 128 };

    /// <summary>The most minutes that <see cref="MaxMinutes"/> is advised to be: 1,000,000, nearly two years.</summary>
    public const double MostMinutes = 1_000_000;

    /// <summary>How a song is heard as one melody. Default: the encoding melody.</summary>
    public MelodyEncoding Encoding { get; init; } = Encodings.Melody();

    /// <summary>Songs of fewer steps are left out. Default 32, two bars of 4/4; 0 or more.</summary>
    public int MinSteps { get; init; } = 32;

    /// <summary>Songs that last longer are left out before a grid is made. Default 120 minutes; above 0.</summary>
    public double MaxMinutes { get; init; } = 120;

    /// <summary>
    /// Whether a song that breaks its format is left out with its first warning. Default false: it is read as far as it makes sense.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>How many files are read at a time; the result does not depend on it. Default: as many as there are processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks that every option is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MinSteps);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        if (!(MaxMinutes > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(MaxMinutes), MaxMinutes, "Expected more than 0 minutes.");
        }
    }
}
