using System.Text.Json;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands.Evaluating;

/// <summary><c>tunesmith evaluate</c> puts what a model composes beside the songs of a folder.</summary>
public sealed class EvaluateStatisticsTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Each_statistic_has_corpus_songs_and_overlap_in_json()
    {
        ToolRun run = await Evaluate("--songs", "3", "--temperature", "0.5", "--seed", "9", "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement statistics = document.RootElement.GetProperty("statistics");
        Assert.Equal((3, 3, 47, 9, 0.5), (
            statistics.GetProperty("corpusSongs").GetInt32(),
            statistics.GetProperty("composedSongs").GetInt32(),
            statistics.GetProperty("steps").GetInt32(),
            statistics.GetProperty("seed").GetInt32(),
            statistics.GetProperty("temperature").GetDouble()));

        JsonElement range = statistics.GetProperty("values")[0];
        Assert.Equal(
            ["name", "unit", "corpus", "composed", "overlap", "corpusOverlap"], range.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("pitchRange", 3, 11.0, 11.0), (
            range.GetProperty("name").GetString(),
            range.GetProperty("corpus").GetProperty("songs").GetInt32(),
            range.GetProperty("corpus").GetProperty("mean").GetDouble(),
            range.GetProperty("corpus").GetProperty("median").GetDouble())); // each is a scale of twelve semitones
        foreach (JsonElement notes in statistics.GetProperty("notes").EnumerateArray())
        {
            JsonElement[] bins = [.. notes.GetProperty("bins").EnumerateArray()];
            Assert.Equal(1, bins.Sum(bin => bin.GetProperty("corpus").GetDouble()), 9);
            double smaller = bins.Sum(bin => Math.Min(bin.GetProperty("corpus").GetDouble(), bin.GetProperty("composed").GetDouble()));
            Assert.Equal(smaller, notes.GetProperty("overlap").GetDouble(), 9);
            Assert.InRange(notes.GetProperty("corpusOverlap").GetDouble(), 0, 1);
        }

        Assert.NotEqual(0, statistics.GetProperty("differences").GetArrayLength());
    }

    [Fact]
    public async Task The_table_ends_with_what_differs_in_words()
    {
        ToolRun run = await Evaluate("--songs", "4");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("4 songs of 47 steps composed, beside the 3 songs of the corpus", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nrange, semitones                11.00   11.00 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nonset positions", run.Output, StringComparison.Ordinal);
        Assert.Contains("\ncomposed tunes ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\na composed tune lies ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length == line.TrimEnd().Length, line));
    }

    [Fact]
    public async Task Without_songs_the_report_is_what_it_was()
    {
        ToolRun with = await Evaluate();
        ToolRun without = await Evaluate("--songs", "0");
        string scores = without.Output;
        Assert.Contains("model needs ", scores, StringComparison.Ordinal);
        Assert.DoesNotContain("composed", scores, StringComparison.Ordinal);
        Assert.Contains("32 songs of 47 steps composed", with.Output, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse((await Evaluate("--songs", "0", "--json")).Output);
        Assert.False(document.RootElement.TryGetProperty("statistics", out _));
    }

    [Fact]
    public async Task The_same_seed_composes_the_same()
    {
        string[] options = ["--songs", "3", "--seed", "4"];
        Assert.Equal(Part(await Evaluate(options)), Part(await Evaluate([.. options, "--threads", "1"])));

        static string Part(ToolRun run) => run.Output[run.Output.IndexOf("3 songs of", StringComparison.Ordinal)..];
    }

    [Fact]
    public async Task Options_of_songs_that_are_not_composed_are_refused()
    {
        ToolRun run = await Evaluate("--songs", "0", "--seed", "4");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("--songs 0 composes nothing", run.Error, StringComparison.Ordinal);
    }

    private async Task<ToolRun> Evaluate(params string[] options)
    {
        if (!File.Exists(_workshop.Model))
        {
            Assert.Equal(ExitCode.Done, (await _workshop.Train("--recipe", "lab", "--steps", "5")).ExitCode);
        }

        return await ToolRun.Of(["evaluate", _workshop.Model, _workshop.Songs, "--score-from", "16", .. options]);
    }
}
