namespace Tunesmith.Report.Html;

/// <summary>Terms, each with what it stands for.</summary>
internal static class TermList
{
    /// <summary>Writes a list.</summary>
    public static void Write(HtmlWriter html, IEnumerable<(string Term, string Meaning)> terms)
    {
        html.Open("dl");
        foreach ((string term, string meaning) in terms)
        {
            html.Open("div").Element("dt", term).Element("dd", meaning).Close();
        }

        html.Close();
    }
}
