namespace Tunesmith.Report.Html;

/// <summary>The signs on the buttons, which say what they do by their labels too.</summary>
internal static class Icons
{
    /// <summary>A triangle.</summary>
    public const string Play = """<svg class="to-play" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5v14l11-7z"/></svg>""";

    /// <summary>Two bars.</summary>
    public const string Pause =
        """<svg class="to-pause" viewBox="0 0 24 24" aria-hidden="true"><path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z"/></svg>""";
}
