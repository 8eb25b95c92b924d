namespace Tunesmith.Evaluation;

/// <summary>
/// Songs or a predictor that cannot be scored; the message is one line that says what was expected, what was found and what to do.
/// </summary>
public sealed class EvaluationException : Exception
{
    /// <summary>Makes the exception.</summary>
    public EvaluationException(string message)
        : base(message)
    {
    }
}
