namespace Tunesmith.Audio;

/// <summary>A song cannot be made sound: it is too long, or the file would be too large. It is thrown before anything is made.</summary>
/// <param name="message">What was expected, what was found, and what to do.</param>
public sealed class RenderException(string message) : Exception(message);
