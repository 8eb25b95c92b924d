using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using static Tunesmith.Cli.Tests.Commands.Inspecting.InspectedFolder;

namespace Tunesmith.Cli.Tests.Commands.Inspecting;

/// <summary>What <c>inspect</c> refuses.</summary>
public sealed class InspectFailureTests : IDisposable
{
    private readonly InspectedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nowhere", "There is no folder or file")]
    [InlineData("empty", "it holds no .mid, .midi, .kar, .smf or .abc file")]
    [InlineData("noise.txt", "it is neither MIDI nor ABC, but begins with 'this'")]
    [InlineData("nothing.mid", "the file is empty")]
    [InlineData("songs.zip", "cannot read")]
    [InlineData("songs.zip", "songs.zip: it is a zip archive; unpack it")]
    [InlineData("a.safetensors", "a.safetensors: it is a model, not a song; tunesmith compose takes it")]
    public async Task What_cannot_be_inspected_fails_with_one_line(string path, string message)
    {
        Directory.CreateDirectory(_folder.File("empty"));
        File.WriteAllText(_folder.File("noise.txt"), "this is no music");
        File.WriteAllText(_folder.File("nothing.mid"), "");
        File.WriteAllBytes(_folder.File("songs.zip"), [.. "PK\x03\x04 and songs"u8]);
        MelodyModel.LoadStarter().Save(_folder.File("a.safetensors"));

        foreach (string[] options in new string[][] { [], ["--json"] })
        {
            ToolRun run = await Inspect([_folder.File(path), .. options]);

            Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
            Assert.StartsWith("tunesmith: ", run.Error, StringComparison.Ordinal);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task An_encoding_that_does_not_exist_is_wrong_usage()
    {
        ToolRun run = await Inspect(_folder.Path, "--encoding", "labb");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("--encoding takes lab or melody, not 'labb'; did you mean lab?", run.Error, StringComparison.Ordinal);
    }
}
