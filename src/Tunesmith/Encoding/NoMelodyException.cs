namespace Tunesmith.Encoding;

/// <summary>A song has no voice that could be heard as its melody: no note but the drums', or not the track or channel asked for.</summary>
public sealed class NoMelodyException : Exception
{
    /// <summary>Says why there is no melody.</summary>
    /// <param name="message">What was expected and found, in small letters and without a full stop.</param>
    public NoMelodyException(string message)
        : base(message)
    {
    }
}
