namespace Tunesmith.Music.Abc;

/// <summary>A text that is no ABC, a tune in it that cannot be read, or one that breaks the format where that is not tolerated.</summary>
public sealed class AbcFormatException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="line">The line at which the format is broken, counted from 1.</param>
    /// <param name="column">The character in the line, counted from 1.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="found">What is there.</param>
    /// <param name="advice">What to do about it: a sentence.</param>
    /// <param name="path">The file, where it is known.</param>
    public AbcFormatException(int line, int column, string expected, string found, string advice, string? path = null)
        : base($"{(path is null ? "" : path + ": ")}expected {expected} at line {line}, column {column}, found {found}. {advice}")
    {
        Line = line;
        Column = column;
        Expected = expected;
        Found = found;
        Advice = advice;
        Path = path;
    }

    /// <summary>The line at which the format is broken, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The character in the line, counted from 1.</summary>
    public int Column { get; }

    /// <summary>What should be there.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }

    /// <summary>What to do about it: a sentence.</summary>
    public string Advice { get; }

    /// <summary>The file, where it is known.</summary>
    public string? Path { get; }

    internal AbcFormatException InFile(string path) => new(Line, Column, Expected, Found, Advice, path);
}
