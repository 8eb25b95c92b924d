namespace Tunesmith.Report.Sections;

/// <summary>The sections about a training: how well it went, how it went, and by what recipe.</summary>
internal static class TrainingSections
{
    /// <summary>Those for which there is something to show.</summary>
    public static IEnumerable<PageSection> Of(ReportTraining training)
    {
        if (training.Summary.HeldOut?.Loss is not null)
        {
            yield return new PageSection(
                "scores", "How well", "How well it knows songs that it never heard", html => ScoresSection.Write(html, training));
        }

        if (training.Scores.Count > 0)
        {
            yield return new PageSection("curves", "Curves", "How it learned", html => CurvesSection.Write(html, training));
        }

        yield return new PageSection("recipe", "Recipe", "The recipe", html => RecipeSection.Write(html, training));
    }
}
