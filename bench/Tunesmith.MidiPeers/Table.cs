namespace Tunesmith.MidiPeers;

/// <summary>Writes the times of contenders as Markdown.</summary>
internal static class Table
{
    /// <summary>Begins the table.</summary>
    public static void WriteHead(TextWriter writer)
    {
        writer.WriteLine("| files | job | MB/s | files/s | times as fast (by medians) | goal | met |");
        writer.WriteLine("|---|---|--:|--:|--:|--:|---|");
    }

    /// <summary>Writes what we do, each beside the peer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="ours">Our jobs; the first is what the peer does too.</param>
    /// <param name="peer">The peer's job, on the same files.</param>
    /// <param name="goal">How many times as fast our first job should be; null where no goal is set.</param>
    public static void WriteBeside(TextWriter writer, IReadOnlyList<Contender> ours, Contender peer, double? goal)
    {
        string name = peer.Files.Name;
        WriteRow(writer, name, peer, "", "", "");
        foreach (Contender our in ours)
        {
            double ratio = peer.Best / our.Best;
            bool hasGoal = goal is not null && our == ours[0];
            string shown = $"{ratio:0.0} ({peer.Median / our.Median:0.0})";
            WriteRow(writer, name, our, shown, hasGoal ? $"{goal:0}" : "", !hasGoal ? "" : ratio >= goal ? "yes" : "**no**");
        }
    }

    /// <summary>Writes a job of ours by itself.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="our">The job.</param>
    /// <param name="goal">How many MB/s it should reach; null where no goal is set.</param>
    public static void WriteAlone(TextWriter writer, Contender our, double? goal) => WriteRow(
        writer,
        our.Files.Name,
        our,
        "",
        goal is null ? "" : $"{goal:0} MB/s",
        goal is null ? "" : our.Files.Megabytes / our.Best >= goal ? "yes" : "**no**");

    private static void WriteRow(TextWriter writer, string files, Contender contender, string ratio, string goal, string met)
    {
        FileSet set = contender.Files;
        writer.WriteLine(
            $"| {files} | {contender.Job} | {Digits(set.Megabytes / contender.Best)} ({Digits(set.Megabytes / contender.Median)}) "
            + $"| {Digits(set.Files.Length / contender.Best)} | {ratio} | {goal} | {met} |");
    }

    private static string Digits(double value) => value < 10 ? $"{value:0.00}" : value < 100 ? $"{value:0.0}" : $"{value:#,0}";
}
