namespace Tunesmith.Experiments;

/// <summary>
/// A space that cannot be searched, or results that cannot be gone on with; the message is one line that says what to change.
/// </summary>
public sealed class SweepException : Exception
{
    /// <summary>Makes the exception. What a space says may stand in the message: letters that would end the line become spaces.</summary>
    public SweepException(string message, Exception? inner = null)
        : base(string.Concat(message.Select(letter => char.IsControl(letter) ? ' ' : letter)), inner)
    {
    }
}
