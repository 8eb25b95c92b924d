using System.Text;
using System.Text.RegularExpressions;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Tests;

namespace Tunesmith.Cli.Tests.Documents;

/// <summary>
/// A folder with the files that examples take for granted, which is the current one as long as it lasts: the practice tunes in
/// <c>samples/songs</c>, folders of songs, an ABC file of a dozen tunes, the starter model under the names of one's own, and a song that it
/// has composed.
/// </summary>
internal sealed partial class ExampleFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before = Environment.CurrentDirectory;

    private ExampleFolder()
    {
        string[] tunes = Files(Path.Combine("samples", "songs"), "*.mid");
        foreach (string folder in (string[])["samples/songs", "others", "my-tunes", "my-songs"])
        {
            Copy(tunes, folder, "");
        }

        foreach (string take in (string[])["", "2. ", "3. ", "4. "])
        {
            Copy(tunes, "songs", take); // 48 songs, for the lab takes number 41
        }

        foreach (string song in (string[])["songs/tune.mid", "songs/sketch.mid", "band.mid", "my-idea.mid"])
        {
            File.Copy(tunes[2], _folder.File(song));
        }

        foreach (string model in (string[])["model", "etudes", "mine"])
        {
            File.Copy(Files("songbook", "starter.safetensors").Single(), _folder.File($"{model}.safetensors"));
        }

        File.WriteAllText(_folder.File("reels.abc"), Reels(12));
        File.WriteAllText(
            _folder.File("my-tune.abc"),
            "X:1\nT:Mine\nM:3/4\nL:1/8\nK:D\nA3B AB|d3e de|f2 ef dB|A6|F2 A2 d2|f4 e2|d2 c2 e2|d6|]\n");
        File.WriteAllText(_folder.File("my-recipe.json"), """{ "name": "mine", "scored": "Every", "batch": 32, "learningRate": 0.005 }""");
        File.WriteAllText(
            _folder.File("space.json"), """{ "learningRate": { "min": 0.001, "max": 0.05, "scale": "log" }, "steps": [1] }""");
    }

    /// <summary>The folder, made and gone into.</summary>
    public static async Task<ExampleFolder> Enter()
    {
        ExampleFolder folder = new();
        Environment.CurrentDirectory = folder._folder.Path;
        foreach (string[] song in (string[][])[["--steps", "64", "-o", "tune.mid"], ["--steps", "64", "-o", "generated/gen_song_0.mid"],
            ["--vary", "5-8", "--drafts", "2", "-o", "arirang_1.mid"]])
        {
            ToolRun run = await ToolRun.Of(["compose", "--primer", "songbook:arirang", "--seed", "1", .. song]);
            Assert.True(run.ExitCode == 0, run.Error);
        }

        return folder;
    }

    /// <summary>Goes back to where the tests were, and leaves nothing.</summary>
    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _folder.Dispose();
    }

    private void Copy(string[] tunes, string folder, string take)
    {
        Directory.CreateDirectory(_folder.File(folder));
        Array.ForEach(tunes, tune => File.Copy(tune, _folder.File(folder, take + Path.GetFileName(tune))));
    }

    private static string[] Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(RepositoryFolder.PathOf(folder), pattern).Order(StringComparer.Ordinal)];

    /// <summary>The first tunes of the songbook in one file, numbered from 1.</summary>
    private static string Reels(int count)
    {
        StringBuilder reels = new();
        string[] files = Files("songbook", "*.abc");
        for (int tune = 0; tune < count; tune++)
        {
            reels.Append(TuneNumber().Replace(File.ReadAllText(files[tune]), $"X:{tune + 1}", 1)).Append('\n');
        }

        return reels.ToString();
    }

    [GeneratedRegex(@"^X:\s*\d+", RegexOptions.Multiline)]
    private static partial Regex TuneNumber();
}
