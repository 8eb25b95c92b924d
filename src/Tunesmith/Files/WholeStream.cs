namespace Tunesmith.Files;

/// <summary>Reads streams to their end.</summary>
internal static class WholeStream
{
    /// <summary>The bytes of a stream from where it stands; it is left open.</summary>
    public static byte[] Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
