namespace Tunesmith.Music;

/// <summary>A text is no row of notes. The message says what was expected and found, and at which letter.</summary>
public sealed class NoteTextException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="position">Where: the letter at fault, counted from 0.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="found">What stands there.</param>
    public NoteTextException(int position, string expected, string found)
        : base(FormattableString.Invariant($"Expected {expected} at letter {position + 1} of the notes, found {found}."))
    {
        Position = position;
        Expected = expected;
        Found = found;
    }

    /// <summary>Where: the letter at fault, counted from 0.</summary>
    public int Position { get; }

    /// <summary>What would have been right.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }
}
