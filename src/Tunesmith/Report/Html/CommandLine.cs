namespace Tunesmith.Report.Html;

/// <summary>A command line to copy.</summary>
internal static class CommandLine
{
    /// <summary>Writes it, with a button that copies it.</summary>
    public static void Write(HtmlWriter html, string command)
    {
        html.Open("div", ("class", "command"));
        html.Open("pre", ("tabindex", "0"), ("role", "group"), ("aria-label", "Command")).Element("code", command).Close();
        html.Element("button", "Copy", ("type", "button"), ("class", "copy"), ("data-done", "Copied"));
        html.Close();
    }
}
