namespace Tunesmith.Music.Abc;

/// <summary>How ABC is read.</summary>
public sealed record AbcReadOptions
{
    /// <summary>Tolerant, and without grace notes.</summary>
    public static AbcReadOptions Default { get; } = new();

    /// <summary>
    /// Whether the first thing in a tune that breaks the format leaves it out. Default false: it becomes an <see cref="AbcWarning"/>.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Whether grace notes sound: each for a quarter of its written length, which the note that they ornament gives up; where that is too
    /// short for them they are left out. Default false: a melody is the notes without their ornaments.
    /// </summary>
    public bool PlayGraceNotes { get; init; }
}
