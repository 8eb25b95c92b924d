using Tunesmith.Report.Html;

namespace Tunesmith.Report.Sections;

/// <summary>The command lines that make all of it again, or go on.</summary>
internal static class CommandSection
{
    /// <summary>The section.</summary>
    public static IEnumerable<PageSection> Of(IReadOnlyList<ReportCommand> commands)
    {
        yield return new PageSection("again", "Go on", "To go on", html =>
        {
            foreach (ReportCommand command in commands)
            {
                html.Element("p", $"{command.Meaning}:", ("class", "label"));
                CommandLine.Write(html, command.Line);
            }

            html.Element(
                "p",
                "In a clone of the repository, tunesmith is: dotnet run -c Release --project src/Tunesmith.Cli --",
                ("class", "hint"));
        });
    }
}
