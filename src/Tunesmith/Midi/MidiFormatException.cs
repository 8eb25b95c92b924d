namespace Tunesmith.Midi;

/// <summary>Bytes that are not a MIDI file, or that break the format where that is not tolerated.</summary>
public sealed class MidiFormatException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="offset">The byte at which the format is broken, counted from 0.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="found">What is there.</param>
    /// <param name="advice">What to do about it: a sentence.</param>
    /// <param name="path">The file, where it is known.</param>
    public MidiFormatException(long offset, string expected, string found, string advice, string? path = null)
        : base($"{(path is null ? "" : path + ": ")}expected {expected} at byte {offset}, found {found}. {advice}")
    {
        Offset = offset;
        Expected = expected;
        Found = found;
        Advice = advice;
        Path = path;
    }

    /// <summary>The byte at which the format is broken, counted from 0.</summary>
    public long Offset { get; }

    /// <summary>What should be there.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }

    /// <summary>What to do about it: a sentence.</summary>
    public string Advice { get; }

    /// <summary>The file, where it is known.</summary>
    public string? Path { get; }

    internal MidiFormatException InFile(string path) => new(Offset, Expected, Found, Advice, path);
}
