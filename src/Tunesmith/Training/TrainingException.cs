namespace Tunesmith.Training;

/// <summary>A training that cannot begin or go on; the message is one line that says why, and what to do.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }
}
