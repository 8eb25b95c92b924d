using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>
/// A family of instruments: which programs of General MIDI it plays, and what a note sounds like. A new one is a new file, and a line
/// in <see cref="Orchestra"/>.
/// </summary>
internal abstract class Instrument
{
    /// <summary>The programs that it plays, 0 to 127.</summary>
    public abstract IEnumerable<int> Programs { get; }

    /// <summary>What a note sounds like.</summary>
    public abstract Timbre Play(in Strike strike);

    /// <summary>The programs from one to another.</summary>
    protected static IEnumerable<int> From(int first, int last) => Enumerable.Range(first, last - first + 1);
}
