using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Experiments;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>The best trials of a search as a table.</summary>
internal static class SweepTable
{
    private const int MostShown = 10;

    /// <summary>A trial in a line.</summary>
    public static string Line(SweepTrial trial)
    {
        string choices = string.Join(", ", trial.Choices.Select(choice => $"{choice.Key} {choice.Value?.ToJsonString() ?? "null"}"));
        string result = trial.Error is null
            ? Invariant($"{trial.NatsPerStep,11:0.000}  {trial.Accuracy,8:0.000}  ")
                + Invariant($"{trial.MoveAccuracy,8:0.000}  {trial.SecondsPerFold,8:0.0}")
            : $"{"failed",11}{new string(' ', 30)}";
        string why = trial.Error is null ? "" : $": {trial.Error}";
        return PlainText.Of(Invariant($"{trial.Trial,5}  {result}  {choices}{why}"));
    }

    /// <summary>The names of the columns.</summary>
    public const string Header = "trial  nats a step  accuracy  at moves  s a fold  choices";

    /// <summary>Writes the best trials, and what to do with them.</summary>
    /// <param name="output">Where.</param>
    /// <param name="trials">All trials; at least one that did not fail.</param>
    public static void Write(ConsoleStream output, IReadOnlyList<SweepTrial> trials)
    {
        IEnumerable<SweepTrial> scored = trials.Where(trial => trial.Error is null);
        SweepTrial[] ranked = [.. scored.OrderBy(trial => trial.NatsPerStep).ThenBy(trial => trial.Trial)];
        int failed = trials.Count - ranked.Length;
        output.WriteLine();
        output.WriteLine($"{Wording.Count(trials.Count, "trial")}{(failed == 0 ? "" : $", {failed} of them failed")}; the best first");
        output.WriteLine(Header);
        foreach (SweepTrial trial in ranked.Take(MostShown))
        {
            output.WriteLine(Line(trial));
        }

        output.WriteLine();
        output.WriteLine("The best was chosen on these folds, so its number flatters it: write its choices into a recipe");
        output.WriteLine("(tunesmith train --print-recipe), and judge that by tunesmith compare with another --fold-seed.");
    }
}
