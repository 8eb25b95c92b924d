namespace Tunesmith.Model;

/// <summary>A model file that cannot be read. The message is one line that says what was expected, what was found, and where.</summary>
public sealed class ModelFormatException : Exception
{
    private const string TrainAgain = "Train the model again, or use another file.";
    private const int Longest = 240;

    /// <summary>Makes the exception.</summary>
    /// <param name="offset">The byte at which the file departs from the format, counted from 0.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="found">What is there.</param>
    /// <param name="path">The file, where it is known.</param>
    /// <param name="inner">What brought it to light, if anything did.</param>
    public ModelFormatException(long offset, string expected, string found, string? path = null, Exception? inner = null)
        : base(
            $"{(path is null ? "Expected" : $"{path}: expected")} {Short(expected)}, found {Short(found)}, "
                + $"at byte {offset} of the model file. {TrainAgain}",
            inner)
    {
        Offset = offset;
        Expected = Short(expected);
        Found = Short(found);
        Path = path;
    }

    /// <summary>The byte at which the file departs from the format, counted from 0.</summary>
    public long Offset { get; }

    /// <summary>What should be there.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }

    /// <summary>What to do about it: a sentence.</summary>
    public string Advice { get; } = TrainAgain;

    /// <summary>The file, where it is known.</summary>
    public string? Path { get; }

    internal ModelFormatException InFile(string path) => new(Offset, Expected, Found, path, InnerException);

    /// <summary>A text on one line and of bounded length: parts of it are names that the file chose.</summary>
    private static string Short(string text)
    {
        string line = string.Concat(text.Take(Longest).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return text.Length > Longest ? line + "..." : line;
    }
}
