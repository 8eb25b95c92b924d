namespace Tunesmith.Model;

/// <summary>A model file that cannot be read. The message is one line that says what was expected, what was found, and where.</summary>
public sealed class ModelFormatException : Exception
{
    private const string Advice = "Train the model again, or use another file.";
    private const int Longest = 240;

    /// <summary>Makes the exception.</summary>
    /// <param name="position">The byte at which the file departs from the format.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="inner">What brought it to light, if anything did.</param>
    public ModelFormatException(long position, string expected, string found, Exception? inner = null)
        : base($"Expected {Short(expected)}, found {Short(found)}, at byte {position} of the model file. {Advice}", inner)
    {
        Position = position;
        Expected = Short(expected);
        Found = Short(found);
    }

    /// <summary>The byte at which the file departs from the format.</summary>
    public long Position { get; }

    /// <summary>What should stand there.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }

    /// <summary>A text on one line and of bounded length: parts of it are names that the file chose.</summary>
    private static string Short(string text)
    {
        string line = string.Concat(text.Take(Longest).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return text.Length > Longest ? line + "..." : line;
    }
}
