using System.Text.Json;
using Tunesmith.Cli.Commands.Inspecting;
using Tunesmith.Corpus;
using Tunesmith.Tests;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>Unusual and broken files, where they lie beside the repository, and what most parsers say of them.</summary>
public sealed class InspectTortureTests
{
    /// <summary>docs/midi.md says why these are read otherwise: tracks beyond the number in the header.</summary>
    private static readonly string[] ReadOtherwise = ["ad996bda-drywetmidi-arkanoid_modified.mid", "ca133564-music21-test04.mid"];

    [Fact]
    public void The_facts_of_a_song_are_those_that_most_parsers_find()
    {
        string folder = SharedData.Require("data/torture/files");
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(SharedData.Require("data/torture/manifest.json")));
        CorpusOptions options = new();
        List<string> differences = [];
        int compared = 0;
        foreach (JsonElement entry in manifest.RootElement.EnumerateArray())
        {
            string name = entry.GetProperty("file").GetString()!;
            JsonElement consensus = entry.GetProperty("consensus");
            if (consensus.ValueKind == JsonValueKind.Null
                || consensus.GetProperty("parsersAgreeingOnNotes").GetArrayLength() < 2
                || ReadOtherwise.Contains(name))
            {
                continue;
            }

            string path = Path.Combine(folder, name);
            CorpusFile heard = SongCorpus.Load(path, options, cancellationToken: TestContext.Current.CancellationToken).Files[0];
            SongDocument document = SongDocument.Of(SongFile.Load(path), heard, options, withMelody: false);
            string expected = $"{consensus.GetProperty("tracks")} {consensus.GetProperty("notes")} {consensus.GetProperty("tempos")} "
                + $"{consensus.GetProperty("lastTick")} {Compact(consensus.GetProperty("timeSigs"))}";
            string found = $"{document.Tracks} {document.Notes} {document.Tempos} {document.LastTick} "
                + JsonSerializer.Serialize(document.Meters);
            if (expected != found)
            {
                differences.Add($"{name}: expected {expected}, found {found}");
            }

            if (entry.GetProperty("header").TryGetProperty("divisionRaw", out JsonElement division)
                && division.GetInt32() != document.Division)
            {
                differences.Add($"{name}: expected the division {division}, found {document.Division}");
            }

            compared++;
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.InRange(compared, 200, int.MaxValue);
    }

    private static string Compact(JsonElement meters) => "["
        + string.Join(',', meters.EnumerateArray().Select(meter => $"[{meter[0]},{meter[1]},{meter[2]}]")) + "]";

    [Fact]
    public async Task Every_file_can_be_inspected_or_is_refused_in_one_line()
    {
        string folder = SharedData.Require("data/torture/files");
        foreach (string path in Directory.EnumerateFiles(folder))
        {
            ToolRun run = await ToolRun.Of(["inspect", path, "--json"]);
            if (run.ExitCode == 0)
            {
                using JsonDocument document = JsonDocument.Parse(run.Output);
                Assert.Equal("", run.Error);
            }
            else
            {
                Assert.Equal((1, ""), (run.ExitCode, run.Output));
                Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }
}
