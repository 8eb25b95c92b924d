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
