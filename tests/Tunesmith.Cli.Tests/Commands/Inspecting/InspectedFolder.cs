using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>A folder of songs to inspect, gone when the test is.</summary>
internal sealed class InspectedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    /// <summary>Inspects as the lab does, where the arguments name no encoding.</summary>
    public static Task<ToolRun> Inspect(params string[] arguments) =>
        ToolRun.Of(["inspect", .. arguments, .. arguments.Contains("--encoding") ? Array.Empty<string>() : ["--encoding", "lab"]]);

    /// <summary>The document that a run has written, which is to have said nothing else.</summary>
    public static JsonElement Json(ToolRun run)
    {
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>Members of an object that are whole numbers.</summary>
    public static int[] Numbers(JsonElement element, params string[] names) =>
        [.. names.Select(name => element.GetProperty(name).GetInt32())];

    /// <summary>Notes of two steps that climb from C4 to B4 and start again.</summary>
    public static Score Scale(int steps) => new(
        96,
        [
            ScoreTrack.FromNotes(Enumerable.Range(0, steps / 2)
                .Select(note => new Note(48 * note, 48, new Pitch(60 + (note % 12)), 90, 0))),
        ]);

    /// <summary>The place of a file in it.</summary>
    public string File(params string[] parts) => _folder.File(parts);

    /// <summary>Writes a song.</summary>
    public void Save(string path, Score song)
    {
        string full = _folder.File(path.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        song.Save(full);
    }

    public void Dispose() => _folder.Dispose();
}
