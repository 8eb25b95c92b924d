using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using static Tunesmith.Cli.Tests.Commands.Inspecting.InspectedFolder;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>What <c>inspect</c> says of a folder.</summary>
public sealed class InspectFolderTests : IDisposable
{
    private readonly InspectedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_summed_up_in_the_words_of_the_lab()
    {
        _folder.Save("b/long.mid", Scale(steps: 160));
        _folder.Save("a.mid", Scale(steps: 128));
        _folder.Save("short.MID", Scale(steps: 20));
        File.WriteAllText(_folder.File("noise.mid"), "this is no music");

        ToolRun run = await Inspect(_folder.Path);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal("4 songs processed, 2 songs discarded, 2 total songs to learn from", lines[0]);
        Assert.Equal("first song: a.mid, shape (129, 78)", lines[1]);
        Assert.Contains("steps      290; a song has 129 to 161, half of them at least 161", lines);
        Assert.Contains("rests      2 steps, 0.7 %", lines);
        Assert.Contains("range      C4 to B4", lines);
        Assert.Contains("left out (2):", lines);
        Assert.Contains("  short.MID: shorter than 128 steps: 21; --min-steps 21 would keep it", lines);
        Assert.Single(
            lines, line => line.StartsWith("  noise.mid: it is neither MIDI nor ABC, but begins with ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("read with trouble", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_notes_are_heard_one_by_one_and_two_bars_are_enough()
    {
        _folder.Save("long.mid", Scale(steps: 32));
        _folder.Save("short.mid", Scale(steps: 30));

        ToolRun run = await ToolRun.Of(["inspect", _folder.Path]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        Assert.Equal("2 songs processed, 1 song discarded, 1 total song to learn from", lines[0]);
        Assert.Equal("first song: long.mid, shape (32, 130)", lines[1]);
        Assert.Contains("encoding   melody", lines);
        Assert.Contains("  short.mid: shorter than 32 steps: 30; --min-steps 30 would keep it", lines);
    }

    [Fact]
    public async Task How_much_of_the_songs_has_stood_before_is_told()
    {
        _folder.Save("again.mid", Scale(steps: 72)); // twelve notes of two steps, over and over: bars 1, 2, 3, 1 again and half of 2
        _folder.Save("once.mid", Scale(steps: 32));
        string song = _folder.File("again.mid");

        Assert.Contains("form       16.7 % of the bars have stood before in their song", await Lines(_folder.Path));
        Assert.Equal(1.0 / 6, await Form(_folder.Path), 1e-12);
        Assert.Contains("form: 25.0 % of the bars have stood before in their song", await Lines(song));
        Assert.Equal(0.25, await Form(song));

        async Task<string[]> Lines(string path) => (await Inspect(path, "--encoding", "melody")).Output.Split(Environment.NewLine);

        async Task<double> Form(string path) =>
            Json(await Inspect(path, "--encoding", "melody", "--json")).GetProperty("recurringBars").GetDouble();
    }

    [Fact]
    public async Task Where_there_is_no_whole_bar_none_can_stand_again()
    {
        _folder.Save("short.mid", Scale(steps: 12));

        Assert.Equal(JsonValueKind.Null, Json(await Inspect(_folder.Path, "--json")).GetProperty("recurringBars").ValueKind);
        ToolRun run = await Inspect(_folder.Path, "--min-steps", "1");
        Assert.Contains("form       no whole bar that is not silent", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_folder_is_one_document_with_melodies_also_of_files_left_out()
    {
        _folder.Save("b/long.mid", Scale(steps: 130));
        _folder.Save("short.mid", Scale(steps: 6));
        File.WriteAllText(_folder.File("noise.mid"), "this is no music");

        JsonElement report = Json(await Inspect(_folder.Path, "--json", "--melody"));

        Assert.Equal([3, 1, 2, 131], Numbers(report, "processed", "used", "leftOut", "steps"));
        Assert.Equal(("lab", 4), (report.GetProperty("encoding").GetString(), report.GetProperty("grid").GetInt32()));
        JsonElement[] files = [.. report.GetProperty("files").EnumerateArray()];
        Assert.Equal(["b/long.mid", "noise.mid", "short.mid"], files.Select(file => file.GetProperty("file").GetString()));
        Assert.Equal([true, false, false], files.Select(file => file.GetProperty("used").GetBoolean()));
        Assert.Equal([131, 0, 7], files.Select(file => file.GetProperty("steps").GetInt32()));
        Assert.Equal(JsonValueKind.Null, files[0].GetProperty("reason").ValueKind);
        Assert.False(files[1].TryGetProperty("melody", out _));
        Assert.Equal([60, 60, 61, 61, 62, 62, -1], files[2].GetProperty("melody").EnumerateArray().Select(pitch => pitch.GetInt32()));
    }

    [Fact]
    public async Task Without_melody_no_file_has_one_in_json()
    {
        _folder.Save("short.mid", Scale(steps: 6));

        JsonElement report = Json(await Inspect(_folder.Path, "--json"));

        Assert.False(report.GetProperty("files")[0].TryGetProperty("melody", out _));
    }

    [Fact]
    public async Task A_folder_where_all_is_left_out_is_still_told_of()
    {
        _folder.Save("short.mid", Scale(steps: 6));

        ToolRun run = await Inspect(_folder.Path);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("1 song processed, 1 song discarded, 0 total songs to learn from", run.Output, StringComparison.Ordinal);
        Assert.Contains("--min-steps 7 would keep it", run.Output, StringComparison.Ordinal);
        run = await Inspect(_folder.Path, "--min-steps", "7");
        Assert.Contains("1 song processed, 0 songs discarded, 1 total song to learn from", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_melodies_draws_each()
    {
        _folder.Save("one.mid", Scale(steps: 6));

        string output = (await Inspect(_folder.Path, "--melody")).Output;

        Assert.Contains("one.mid (left out)", output, StringComparison.Ordinal);
        Assert.Contains("C#4  |  O=   |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_read_with_trouble_is_named_with_its_first_warning()
    {
        byte[] bytes = Scale(steps: 130).ToMidi().ToBytes();
        File.WriteAllBytes(_folder.File("cut.mid"), bytes[..^4]); // the end of track event is gone

        ToolRun folder = await Inspect(_folder.Path);
        ToolRun file = await Inspect(_folder.File("cut.mid"));
        JsonElement report = Json(await Inspect(_folder.Path, "--json"));

        Assert.Contains("read with trouble (1):", folder.Output, StringComparison.Ordinal);
        Assert.Contains("  cut.mid: 2 warnings, the first: expected ", folder.Output, StringComparison.Ordinal);
        Assert.Contains("read with trouble (2):", file.Output, StringComparison.Ordinal);
        JsonElement warning = report.GetProperty("files")[0].GetProperty("warnings")[0];
        Assert.Equal("ChunkCutOff", warning.GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Number, warning.GetProperty("offset").ValueKind);
    }
}
