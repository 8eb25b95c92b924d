namespace Tunesmith.Report;

/// <summary>A command line to copy.</summary>
/// <param name="Meaning">What it makes, in a few words.</param>
/// <param name="Line">The whole line.</param>
public sealed record ReportCommand(string Meaning, string Line);
