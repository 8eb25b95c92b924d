using System.Text;

namespace Tunesmith.Pictures;

/// <summary>What pictures and pages have in common as markup.</summary>
internal static class Markup
{
    /// <summary>Adds a text so that XML and HTML show it, in an element or between quotes, and do not obey it.</summary>
    /// <param name="markup">What it is added to.</param>
    /// <param name="content">The text, without characters that XML forbids.</param>
    public static void AppendEscaped(StringBuilder markup, string content)
    {
        foreach (char sign in content)
        {
            _ = sign switch
            {
                '&' => markup.Append("&amp;"),
                '<' => markup.Append("&lt;"),
                '>' => markup.Append("&gt;"),
                '"' => markup.Append("&quot;"),
                '\'' => markup.Append("&#39;"),
                _ => markup.Append(sign),
            };
        }
    }
}
