namespace Tunesmith.Encoding;

/// <summary>The encodings by name.</summary>
public static class Encodings
{
}
