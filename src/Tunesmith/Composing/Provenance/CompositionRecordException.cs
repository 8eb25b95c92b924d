namespace Tunesmith.Composing.Provenance;

/// <summary>
/// A record of a composition is damaged, or says what cannot be. The message is one line that says what was expected and found.
/// </summary>
public sealed class CompositionRecordException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="expected">What the record should say.</param>
    /// <param name="found">What it says.</param>
    /// <param name="cause">What found it out; null where it was found here.</param>
    public CompositionRecordException(string expected, string found, Exception? cause = null)
        : base($"Expected {expected}, found {found}.", cause)
    {
        Expected = expected;
        Found = found;
    }

    /// <summary>What the record should say.</summary>
    public string Expected { get; }

    /// <summary>What it says.</summary>
    public string Found { get; }

    /// <summary>Whether it asks for what this version of Tunesmith does not have, and another may.</summary>
    public bool IsBeyondThisVersion { get; private init; }

    /// <summary>An exception for what another version may have.</summary>
    internal static CompositionRecordException Beyond(string expected, string found) => new(expected, found) { IsBeyondThisVersion = true };

    /// <summary>Throws where something does not hold.</summary>
    internal static void Check(bool holds, string expected, object? found)
    {
        if (!holds)
        {
            throw new CompositionRecordException(expected, FormattableString.Invariant($"{found ?? "nothing"}"));
        }
    }

    /// <summary>What an exception of the platform says, on one line, without the name of a parameter.</summary>
    internal static string WordsOf(Exception error)
    {
        string line = error.Message.ReplaceLineEndings(" ");
        int parameter = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return (parameter < 0 ? line : line[..parameter]).TrimEnd('.');
    }
}
