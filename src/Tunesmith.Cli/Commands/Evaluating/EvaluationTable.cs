using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Evaluation;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>An evaluation as a table, best first, and in words.</summary>
/// <param name="report">The evaluation.</param>
internal sealed class EvaluationTable(EvaluationReport report)
{
    private const int NameColumns = 20;

    /// <summary>Writes the table, and a sentence for each row that is not a baseline's.</summary>
    public void Write(ConsoleStream output)
    {
        long moves = report.Rows.Count == 0 ? 0 : report.Rows[0].Score.Moves;
        output.WriteLine($"{Wording.Count(report.ScoredSteps, "step")} scored, {Wording.Count(moves, "move")} among them");
        output.WriteLine();
        output.WriteLine($"{new string(' ', NameColumns)}nats a step  perplexity  accuracy  at moves  seconds     weights");
        foreach (EvaluationRow row in report.Rows.OrderBy(row => row.Score.NatsPerStep ?? double.PositiveInfinity))
        {
            output.WriteLine(Line(row));
        }

        output.WriteLine();
        foreach (EvaluationRow row in report.Rows.Where(row => row.Kind != EvaluationKind.Baseline))
        {
            output.WriteLine(Meaning(row));
        }
    }

    /// <summary>What a row means, in a sentence or two.</summary>
    public string Meaning(EvaluationRow row)
    {
        string name = PlainText.Of(row.Name);
        if (report.BestBaseline is not { } best || row.Score.NatsPerStep is not { } nats)
        {
            return $"{name} has no step to be scored on.";
        }

        string baseline = best.Name == "uniform" ? "one who knows nothing" : $"the best baseline, {best.Name},";
        string needs = Invariant($"{name} needs {nats:0.000} nats a step where {baseline} needs {best.Score.NatsPerStep:0.000}");
        string moves = row.Score.MoveAccuracy is { } own && best.Score.MoveAccuracy is { } other
            ? Invariant($" Of 100 moves it foresees {100 * own:0}, {best.Name} {100 * other:0}.")
            : "";
        return nats < best.Score.NatsPerStep
            ? $"{needs}: it is as unsure as one who guesses among "
                + Invariant($"{row.Score.Perplexity:0.00} tokens, not {best.Score.Perplexity:0.00}.{moves}")
            : $"{needs}: it has learned less than the baseline {best.Name}.{moves}";
    }

    private string Line(EvaluationRow row)
    {
        HeldOutScore score = row.Score;
        string remark = ReferenceEquals(row, report.BestBaseline) ? "  best baseline" : "";
        return $"{PlainText.Fit(row.Name, NameColumns - 1)} "
            + Invariant($"{Number(score.NatsPerStep, "0.000"),11}  {Number(score.Perplexity, "0.00"),10}  ")
            + Invariant($"{Number(score.Accuracy, "0.000"),8}  {Number(score.MoveAccuracy, "0.000"),8}  ")
            + Invariant($"{row.Seconds,7:0.0}  {Number(row.Parameters, "N0"),10}")
            + remark;
    }

    private static string Number<T>(T? number, string format)
        where T : struct, IFormattable => number?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
