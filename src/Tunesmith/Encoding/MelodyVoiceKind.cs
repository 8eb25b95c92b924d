namespace Tunesmith.Encoding;

/// <summary>The sorts of <see cref="MelodyVoice"/>.</summary>
public enum MelodyVoiceKind
{
    /// <summary>By name, else the highest notes.</summary>
    Auto,

    /// <summary>The highest notes.</summary>
    Highest,

    /// <summary>The lowest notes.</summary>
    Lowest,

    /// <summary>One track.</summary>
    Track,

    /// <summary>One channel.</summary>
    Channel,
}
