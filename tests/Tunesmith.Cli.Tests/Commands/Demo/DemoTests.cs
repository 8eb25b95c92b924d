using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Demo;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Music.Abc;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Demo;

/// <summary><c>tunesmith demo</c>, with a small network that hardly learns.</summary>
public sealed class DemoTests : IDisposable
{
    private static readonly Recipe Fast = Recipe.LookBack with
    {
        Steps = 2,
        Batch = 2,
        Definition = Recipe.LookBack.Definition with { Hidden = [4], Window = 16 },
    };

    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.File("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_a_page_a_model_and_four_tunes_each_as_MIDI_and_as_ABC()
    {
        ToolRun run = await Demo("--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith(
            "133 tunes of the songbook to learn from; 15 others are kept from the network", run.Error, StringComparison.Ordinal);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["folder", "seed", "songs", "seconds", "page", "model", "heldOut", "baseline", "recurringBars", "tunes"],
            document.EnumerateObject().Select(property => property.Name));
        JsonElement[] tunes = [.. document.GetProperty("tunes").EnumerateArray()];
        Assert.Equal(["2/4", "3/4", "4/4", "6/8"], tunes.Select(tune => tune.GetProperty("meter").GetString()));
        string[] written = [.. tunes.SelectMany(tune => new[]
        {
            tune.GetProperty("song").GetString()!,
            tune.GetProperty("abc").GetString()!,
            Path.ChangeExtension(tune.GetProperty("song").GetString()!, ".json"),
        })];
        Assert.Equal(
            [
                .. written.Append(document.GetProperty("model").GetString()!).Append(document.GetProperty("page").GetString()!)
                    .Append(Path.Combine(Out, "demo.json")).Order(StringComparer.Ordinal),
            ],
            Directory.EnumerateFileSystemEntries(Out).Order(StringComparer.Ordinal));

        Assert.Equal(15, MelodyModel.Load(Path.Combine(Out, "songbook.safetensors")).Summary.HeldOut!.Songs);
        Assert.All(tunes, CheckTune);
        foreach (JsonElement tune in tunes)
        {
            ToolRun replay = await ToolRun.Of(
                ["replay", tune.GetProperty("song").GetString()!, "--model", document.GetProperty("model").GetString()!]);
            Assert.Equal((ExitCode.Done, ""), (replay.ExitCode, replay.Error));
        }
    }

    [Fact]
    public async Task With_wav_each_tune_is_there_as_sound_which_the_next_demo_takes_away()
    {
        ToolRun run = await Demo("--wav", "--json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        JsonElement[] tunes = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("tunes").EnumerateArray()];
        string[] songs = [.. tunes.Select(tune => tune.GetProperty("song").GetString()!)];
        string[] sounds = [.. tunes.Select(tune => tune.GetProperty("sound").GetString()!)];
        Assert.Equal(songs.Select(song => Path.ChangeExtension(song, ".wav")), sounds);

        // Each sounds as long as its own song and dies away, and the last is what render makes of it.
        Assert.All(songs.Zip(sounds), pair =>
        {
            double seconds = Score.Load(pair.First).Seconds;
            Assert.InRange(SecondsOf(File.ReadAllBytes(pair.Second)), seconds, seconds + 5);
        });
        Assert.Equal(4, sounds.Select(sound => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(sound)))).Distinct().Count());
        await ToolRun.Of(["render", songs[^1], "-o", _folder.File("again.wav")]);
        Assert.Equal(File.ReadAllBytes(_folder.File("again.wav")), Files()[Path.GetFileName(sounds[^1])]);

        run = await Demo("--wav");
        Assert.Contains("holds each tune as .mid to play, as .wav to listen to, and as .abc,", run.Output, StringComparison.Ordinal);
        await Demo();
        Assert.DoesNotContain(Files().Keys, name => name.EndsWith(".wav", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_takes_the_place_of_the_first()
    {
        await Demo("--threads", "1");
        Dictionary<string, byte[]> first = Files();
        await File.WriteAllTextAsync(Path.Combine(Out, ".left-by-a-file-manager"), "", TestContext.Current.CancellationToken);

        await Demo("--threads", "3", "--seed", "1");
        Assert.Equal(first, Files().Where(file => !file.Key.StartsWith('.')).ToDictionary());

        await Demo("--seed", "18446744073709551615");
        Dictionary<string, byte[]> other = Files();
        Assert.Equal(first.Count + 1, other.Count);
        Assert.NotEqual(first["songbook.safetensors"], other["songbook.safetensors"]);
    }

    [Fact]
    public async Task It_says_what_was_learned_shows_the_first_tune_and_names_commands_that_work()
    {
        ToolRun run = await Demo();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains($"open {Path.Combine(Out, "index.html")} in a browser", run.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"in the 15 tunes kept from it, it names the next note right \d+ times in 100 and wavers among \d+\.\d choices", run.Output);
        Assert.Matches(@"mere counting can do there \([\w-]+\) wavers among \d\.\d: it has (learned more|not learned even)", run.Output);
        Assert.Contains("the first of four new tunes, in 2/4; pale, or in small letters, the 4 bars", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\|.*o.*\|", run.Output);
        Assert.Matches(@"tune-4-in-6-8-after-[a-z-]+\.mid +\d+ s, (1[6-9]|2[0-4]) new bars, \d+ % of them heard before", run.Output);
        Assert.Matches("of the songbook's own bars [45]\\d % have been heard before", run.Output);

        string[] next =
        [
            .. run.Output.Split('\n')
                .Where(line => line.StartsWith("  tunesmith ", StringComparison.Ordinal))
                .Select(line => line.Trim()),
        ];
        Assert.Equal(3, next.Length);
        string[] compose = next[0].Replace("my-tune.mid", _folder.File("my-tune.mid"), StringComparison.Ordinal).Split(' ')[1..];
        ToolRun composing = await ToolRun.Of(compose);
        Assert.Equal((ExitCode.Done, ""), (composing.ExitCode, composing.Error));
        Assert.Equal("tunesmith demo --seed 2 -o another-demo", next[1]);
        Assert.StartsWith("tunesmith train ", next[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_page_has_the_tunes_and_goes_where_it_is_asked_for_too()
    {
        string copy = _folder.File("copy.html");
        Assert.Equal(ExitCode.Done, (await Demo("--report", copy)).ExitCode);
        string page = await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(page), Files()["index.html"]);
        Assert.DoesNotContain(Out, page, StringComparison.Ordinal);
        Assert.All(
            Files().Where(file => file.Key.EndsWith(".mid", StringComparison.Ordinal)),
            file => Assert.Contains(Convert.ToBase64String(file.Value), page, StringComparison.Ordinal));

        ToolRun run = await Demo("--report", Path.Combine(Out, "copy.html"));
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains($"--report takes a file outside {Out}, which has the page already", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my own.txt", "my own.txt")]
    [InlineData("demo.json", "demo.json")] // not the record of a demo
    [InlineData("a/b.mid", "a")]
    public async Task A_folder_with_anything_else_is_left_alone(string file, string named)
    {
        string path = _folder.File(["out", .. file.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "{}", TestContext.Current.CancellationToken);

        ToolRun run = await Demo();

        string line = $"tunesmith: {Out} holds what is not the demo's own: {named}; choose another folder with -o, or move it away";
        Assert.Equal((ExitCode.Failed, "", line + Environment.NewLine), (run.ExitCode, run.Output, run.Error));
        Assert.Equal("{}", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_of_the_demo_that_was_changed_is_the_users_own()
    {
        DemoFolder folder = new(Out);
        folder.Replace(1, [new("a.mid", [1]), new("b.mid", [2]), new("c.mid", [3])]);
        new DemoFolder(Out).Replace(2, [new("a.mid", [4]), new("b.mid", [2])]);
        Assert.Equal(["a.mid", "b.mid", "demo.json"], Files().Keys.Order(StringComparer.Ordinal));

        await File.WriteAllBytesAsync(folder.PathOf("a.mid"), [5], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder.PathOf("d.mid"), [5], TestContext.Current.CancellationToken);

        string message = $"{Out} holds what is not the demo's own: a.mid and 1 other; choose another folder with -o, or move it away";
        Assert.Equal(message, Assert.Throws<ToolException>(folder.Check).Message);
        Assert.Equal(message, Assert.Throws<ToolException>(() => folder.Replace(3, [])).Message);
        Assert.Equal([5], Files()["a.mid"]);
    }

    [Fact]
    public async Task A_name_that_can_be_no_folder_fails_before_the_work()
    {
        await File.WriteAllTextAsync(Out, "mine", TestContext.Current.CancellationToken);
        ToolRun run = await Demo();
        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
        Assert.Contains($"{Out} is a file, not a folder", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);

        run = await ToolRun.Of(["demo", "-o", " "]);
        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Ctrl_C_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send.");
        using ToolProcess process = new("demo", "-o", Out);
        await process.WaitForLine("step ");
        process.Send(ToolProcess.SigInt);
        (int exitCode, string error) = await process.End();

        Assert.Equal((ExitCode.Interrupted, "tunesmith: interrupted; nothing was written" + Environment.NewLine), (exitCode, error));
        Assert.Empty(_folder.Names());
    }

    /// <summary>A tune begins like one of the songbook, keeps to its pitches, and ends with a note on a bar line.</summary>
    private static void CheckTune(JsonElement tune)
    {
        Melody melody = Encodings.Melody().Hear(Score.Load(tune.GetProperty("song").GetString()!));
        Melody begun = Encodings.Melody().Hear(Songbook.Tune(tune.GetProperty("begunLike").GetString()!).Score);
        int bar = begun.PositionAt(0).Length;
        int upbeat = begun.PositionAt(0).Offset == 0 ? 0 : bar - begun.PositionAt(0).Offset;
        int bars = tune.GetProperty("bars").GetInt32();

        Assert.Equal(4, tune.GetProperty("barsBegun").GetInt32());
        Assert.InRange(bars, 16, 24);
        Assert.Equal(begun.Steps[..(4 * bar)].ToArray(), melody.Steps[..(4 * bar)].ToArray());
        Assert.Empty(melody.SoundingPitches().Where(pitch => pitch >= 0).Except(begun.SoundingPitches()));
        Assert.Equal(begun.Meters.At(0), melody.Meters.At(0));
        Assert.InRange(melody.Length, ((3 + bars) * bar) + 1, ((4 + bars) * bar) + upbeat);

        AbcTune abc = AbcTunebook.FromBytes(File.ReadAllBytes(tune.GetProperty("abc").GetString()!)).Tunes.Single();
        Assert.Equal(melody.Steps.ToArray(), Encodings.Melody().Hear(abc.Score!).Steps.ToArray());
        Assert.EndsWith($"begun like {tune.GetProperty("begunLike").GetString()}", abc.Title, StringComparison.Ordinal);
    }

    /// <summary>How long a WAV file sounds, by the bytes of a second that its header states.</summary>
    private static double SecondsOf(byte[] wav) =>
        BinaryPrimitives.ReadUInt32LittleEndian(wav.AsSpan(40)) / (double)BinaryPrimitives.ReadUInt32LittleEndian(wav.AsSpan(28));

    private Task<ToolRun> Demo(params string[] options) => ToolRun.Of(["demo", "-o", Out, .. options], [new DemoCommand(Fast)]);

    private Dictionary<string, byte[]> Files() =>
        Directory.EnumerateFiles(Out).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
}
