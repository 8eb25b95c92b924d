namespace Tunesmith.Peers.Measuring;

/// <summary>Writes results as Markdown.</summary>
internal static class MarkdownTables
{
    /// <summary>Writes both tables.</summary>
    public static void Write(Results results, TextWriter writer)
    {
        int threads = results.Threads;
        writer.WriteLine($"Vectors of {results.VectorBits} bits, libtorch {results.TorchVersion}. Times are of one step: best (median).");
        if (results.Disturbed)
        {
            writer.WriteLine();
            writer.WriteLine("**Something else kept this machine busy: measure again before believing what ran on more than one thread.**");
        }

        writer.WriteLine();
        writer.WriteLine(
            $"| job | ours, {threads} threads | ours, 1 thread | TorchSharp, {threads} threads | TorchSharp, 1 thread "
            + "| times as fast (by medians) | goal | met | over unavoidable work |");
        writer.WriteLine("|---|--:|--:|--:|--:|--:|--:|---|--:|");
        foreach (Comparison row in results.Comparisons)
        {
            string single = row.OursOneThread is { } timing ? Format(timing) : "";
            writer.WriteLine(
                $"| {row.Job} | {Format(row.Ours)} | {single} | {Format(row.Peer)} | {Format(row.PeerOneThread)} "
                + $"| {row.Ratio:0.00} ({row.RatioOfMedians:0.00}) | {row.Goal:0.0} | {Word(row.Met)} | {row.OverUnavoidable:0.00} |");
        }

        writer.WriteLine();
        writer.WriteLine("| our engine by itself | figure | goal | met |");
        writer.WriteLine("|---|--:|--:|---|");
        foreach (Figure row in results.Figures)
        {
            string goal = row.AtLeast is { } least ? $"at least {least:0.##}" : row.AtMost is { } most ? $"at most {most:0.##}" : "";
            writer.WriteLine($"| {row.Name} | {Digits(row.Value)} {row.Unit} | {goal} | {Word(row.Met)} |");
        }
    }

    private static string Format(Timing timing) => timing.Best < 0.5
        ? $"{Digits(1000 * timing.Best)} ({Digits(1000 * timing.Median)}) μs"
        : $"{Digits(timing.Best)} ({Digits(timing.Median)}) ms";

    /// <summary>Three significant digits or so.</summary>
    private static string Digits(double value) => value switch
    {
        0 => "0",
        < 10 => $"{value:0.00}",
        < 100 => $"{value:0.0}",
        _ => $"{value:0}",
    };

    private static string Word(bool? met) => met switch
    {
        true => "yes",
        false => "**no**",
        null => "",
    };
}
