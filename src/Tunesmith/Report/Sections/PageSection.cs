using Tunesmith.Report.Html;

namespace Tunesmith.Report.Sections;

/// <summary>A section of the page, with a heading of its own.</summary>
/// <param name="Id">Its place in links; letters and hyphens.</param>
/// <param name="Short">What the links at the top call it.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Write">Writes what stands below the heading.</param>
internal sealed record PageSection(string Id, string Short, string Heading, Action<HtmlWriter> Write);
