using Tunesmith.Report.Html;

namespace Tunesmith.Report.Sections;

/// <summary>Command lines to copy.</summary>
internal static class CommandSection
{
    /// <summary>The section of the commands that make all of it again, or go on.</summary>
    public static IEnumerable<PageSection> Of(IReadOnlyList<ReportCommand> commands)
    {
        yield return new PageSection("again", "Go on", "To go on", html =>
        {
            foreach (ReportCommand command in commands)
            {
                html.Element("p", $"{command.Meaning}:", ("class", "label"));
                Write(html, command.Line);
            }
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
