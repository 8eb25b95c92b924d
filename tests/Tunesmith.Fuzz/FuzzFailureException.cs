namespace Tunesmith.Fuzz;

/// <summary>A promise of the library that an input broke.</summary>
/// <param name="message">Which, in one line.</param>
/// <param name="inner">What came out, if anything did.</param>
internal sealed class FuzzFailureException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Throws where a promise does not hold.</summary>
    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new FuzzFailureException(message);
        }
    }

    /// <summary>Throws where a message is not one line of a sensible length, which a person is shown.</summary>
    public static void UnlessOneLine(string message)
    {
        const int Longest = 1_000;
        Unless(message.Length is > 0 and <= Longest, $"expected a message of 1 to {Longest} letters, found {message.Length}");
        Unless(!message.Any(char.IsControl), $"expected a message on one line, found {message.ReplaceLineEndings("\\n")}");
    }
}
