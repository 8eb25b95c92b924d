namespace Tunesmith.Experiments;

/// <summary>
/// A space that cannot be searched, or results that cannot be gone on with; the message is one line that says what to change.
/// </summary>
public sealed class SweepException : Exception
{
    /// <summary>Makes the exception.</summary>
    public SweepException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
