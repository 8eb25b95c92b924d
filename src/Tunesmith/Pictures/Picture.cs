using Tunesmith.Files;

namespace Tunesmith.Pictures;

/// <summary>A finished picture.</summary>
/// <param name="Svg">An SVG document, which may also stand inside an HTML page as it is.</param>
/// <param name="Width">The width of its view box.</param>
/// <param name="Height">The height of its view box.</param>
public sealed record Picture(string Svg, double Width, double Height)
{
    /// <summary>The document as UTF-8 without a mark.</summary>
    public byte[] ToBytes() => System.Text.Encoding.UTF8.GetBytes(Svg);

    /// <summary>Writes the document, whole or not at all.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToBytes());
}
