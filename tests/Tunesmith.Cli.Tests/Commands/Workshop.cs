using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary>A folder with a few small songs in <c>songs</c>, and what it takes to train on them in no time.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Writes the songs: scales of 40, 47 and 54 steps, and one of 9 that is too short.</summary>
    public Workshop()
    {
        Add("songs/alpha.mid", 40);
        Add("songs/beta - verse.mid", 47);
        Add("songs/gamma.mid", 54);
        Add("songs/short.mid", 9);
    }

    /// <summary>The recipe of its models, where the options do not say.</summary>
    public string Recipe { get; init; } = "lab";

    /// <summary>The folder of the songs.</summary>
    public string Songs => PathOf("songs");

    /// <summary>Where the model goes.</summary>
    public string Model => PathOf("model.safetensors");

    /// <summary>The place of a file.</summary>
    public string PathOf(string relative) => _folder.File(relative.Split('/'));

    /// <summary>The names of all files and folders beside the songs.</summary>
    public string[] Names() => [.. _folder.Names().Where(name => !name.StartsWith("songs", StringComparison.Ordinal))];

    /// <summary>Writes a scale of some steps.</summary>
    public void Add(string relative, int steps)
    {
        int[] pitches = [.. Enumerable.Range(0, steps - 1).Select(step => 50 + (steps % 10) + (step % 12)), -1];
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        Encodings.Lab.Write(Melody.FromSoundingPitches(pitches)).Save(PathOf(relative));
    }

    /// <summary>What its models hear in a song: MIDI numbers, -1 for a rest.</summary>
    public int[] Heard(string relative) =>
        (Recipe == "lab" ? Encodings.Lab : Encodings.Melody()).Hear(Score.Load(PathOf(relative))).SoundingPitches();

    /// <summary>Runs <c>train</c> by the recipe with settings for the small songs, but for the options given.</summary>
    public Task<ToolRun> Train(params string[] options) => TrainOn(Songs, options);

    /// <summary>The same on another folder.</summary>
    public Task<ToolRun> TrainOn(string folder, params string[] options) => ToolRun.Of(
    [
        "train",
        folder,
        .. With(
            options,
            ("-o", Model), ("--recipe", Recipe), ("--min-steps", "20"), ("--window", "8"), ("--hidden", "6"), ("--batch", "10")),
    ]);

    /// <summary>Trains a model for a test of composing.</summary>
    public async Task<Workshop> WithModel()
    {
        ToolRun run = await Train("--steps", "5");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return this;
    }

    /// <summary>Runs <c>compose</c> with the model; the song is <c>a.mid</c> where the options do not say.</summary>
    public Task<ToolRun> Compose(params string[] options) => ToolRun.Of(["compose", Model, .. With(options, ("-o", PathOf("a.mid")))]);

    /// <summary>Runs <c>compose</c> from a song of the folder, for 20 steps with seed 7 where the options do not say.</summary>
    public Task<ToolRun> ComposeFrom(string song, string output, params string[] options) => Compose(
        ["--corpus", Songs, "--primer-song", song, "-o", PathOf(output), .. With(options, ("--steps", "20"), ("--seed", "7"))]);

    public void Dispose() => _folder.Dispose();

    private static string[] With(string[] options, params (string Name, string Value)[] otherwise) =>
        [.. options, .. otherwise.Where(pair => !options.Contains(pair.Name)).SelectMany(pair => new[] { pair.Name, pair.Value })];
}
