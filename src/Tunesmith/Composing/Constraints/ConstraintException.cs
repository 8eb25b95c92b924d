namespace Tunesmith.Composing.Constraints;

/// <summary>Constraints that no song can meet. The message is one line that names them.</summary>
public sealed class ConstraintException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One line: what cannot be met, after which primer, and what to do.</param>
    /// <param name="constraints">The constraints at fault.</param>
    public ConstraintException(string message, IReadOnlyList<Constraint> constraints)
        : base(message) => Constraints = constraints;

    /// <summary>The constraints at fault: without any one of them the others could be met.</summary>
    public IReadOnlyList<Constraint> Constraints { get; }
}
