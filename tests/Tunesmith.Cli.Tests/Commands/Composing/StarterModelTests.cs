using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Model;

namespace Tunesmith.Cli.Tests.Commands.Composing;

public sealed class StarterModelTests
{
    [Fact]
    public async Task A_song_is_composed_by_the_starter_model_where_none_is_named()
    {
        using TemporaryFolder folder = new();
        string model = folder.File("starter.safetensors");
        MelodyModel.LoadStarter().Save(model);
        string[] rest = ["--primer", "songbook:arirang", "--steps", "40", "--seed", "3", "-o"];

        ToolRun without = await ToolRun.Of(["compose", .. rest, folder.File("without.mid")]);
        ToolRun with = await ToolRun.Of(["compose", model, .. rest, folder.File("with.mid")]);

        Assert.Equal((ExitCode.Done, ""), (without.ExitCode, without.Error));
        Assert.Equal((ExitCode.Done, ""), (with.ExitCode, with.Error));
        Assert.Matches(
            @"\n  shares (at most )?\d+ notes? in a row with .*; of 100 real songs \d+ share less with the others", without.Output);
        Assert.Equal(File.ReadAllBytes(folder.File("with.mid")), File.ReadAllBytes(folder.File("without.mid")));
    }
}
