namespace Tunesmith.Composing.Provenance;

/// <summary>
/// A record of a composition is damaged, or says what cannot be. The message is one line that says what was expected and found.
/// </summary>
public sealed class RecordException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What was expected and found.</param>
    /// <param name="cause">What found it out; null where it was found here.</param>
    public RecordException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
