namespace Tunesmith.Fuzz.Targets;

/// <summary>Readers that refuse what they cannot read with an exception of their own.</summary>
internal static class Refusal
{
    /// <summary>What is read; null where it is refused.</summary>
    /// <param name="read">The reading.</param>
    /// <param name="refusal">With what it is refused; null where it is read. Any other exception is not caught.</param>
    public static T? Catch<T, TRefusal>(Func<T> read, out TRefusal? refusal)
        where T : class
        where TRefusal : Exception
    {
        try
        {
            refusal = null;
            return read();
        }
        catch (TRefusal exception)
        {
            refusal = exception;
            return null;
        }
    }
}
