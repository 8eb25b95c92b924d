using System.Reflection;
using System.Security.Cryptography;

namespace Tunesmith.Report.Html;

/// <summary>The style sheet and the script of the page, which the library carries as resources.</summary>
internal static class PageResources
{
    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Read("page.css");

    /// <summary>The script.</summary>
    public static string Script { get; } = Read("page.js");

    /// <summary>
    /// What the page may do: show its own styles and pictures, play the sounds within it, and run this script, known by its hash, and no
    /// other. It may ask nobody for anything.
    /// </summary>
    public static string Policy { get; } =
        "default-src 'none'; style-src 'unsafe-inline'; media-src data:; img-src data:; base-uri 'none'; form-action 'none'; "
        + $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Script)))}'";

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"report/{name}")
            ?? throw new FileNotFoundException($"The library does not carry report/{name}.");
        using StreamReader reader = new(stream, System.Text.Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
