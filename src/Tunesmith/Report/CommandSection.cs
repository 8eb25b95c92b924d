namespace Tunesmith.Report;

/// <summary>Command lines to copy.</summary>
internal static class CommandSection
{
    /// <summary>The section of the command that makes the whole page again.</summary>
    public static IEnumerable<PageSection> Of(string command)
    {
        yield return new PageSection("again", "Again", "To make all of this again", html =>
        {
            html.Element("p", "The same command gives the same music, on any machine.");
            Write(html, command);
        });
    }

    /// <summary>Writes a command line with a button that copies it.</summary>
    public static void Write(HtmlWriter html, string command)
    {
        html.Open("div", ("class", "command"));
        html.Open("pre", ("tabindex", "0"), ("role", "group"), ("aria-label", "Command")).Element("code", command).Close();
        html.Element("button", "Copy", ("type", "button"), ("class", "copy"), ("data-done", "Copied"));
        html.Close();
    }
}
