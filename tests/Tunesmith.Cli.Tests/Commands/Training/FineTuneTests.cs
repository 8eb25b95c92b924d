using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary><c>train --from</c>.</summary>
public sealed class FineTuneTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public FineTuneTests()
    {
        for (int song = 0; song < 6; song++)
        {
            _workshop.Add($"songs-new/tune {song}.mid", 60 + (3 * song));
        }
    }

    private string From => _workshop.PathOf("base.safetensors");

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Before_and_after_stand_in_a_table_and_a_sentence()
    {
        await Begin("--validation", "0.3");
        ToolRun run = await Tune("--from-songs", _workshop.Songs);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split(Environment.NewLine);
        int table = Array.FindIndex(lines, line => line.StartsWith("before -> after ", StringComparison.Ordinal));
        Assert.Matches("^the new songs, [0-9] songs? held out +[0-9.]{5} -> [0-9.]{5}  ", lines[table + 1]);
        Assert.Matches("^the songs it came from, [0-9] songs? held out +[0-9.]{5} -> [0-9.]{5}  ", lines[table + 2]);
        Assert.Matches("^(It now foresees the new songs better, by |No step made it better)", lines[table + 3]);
    }

    [Fact]
    public async Task The_model_goes_on_by_its_own_recipe_but_more_gently()
    {
        await Begin();
        MelodyModel model = MelodyModel.Load(From);
        Assert.Equal(ExitCode.Done, (await Tune("--batch", "7")).ExitCode);
        MelodyModel tuned = MelodyModel.Load(_workshop.Model);
        Assert.Equal(model.Fingerprint(), tuned.StartedFrom);
        Recipe gentler = Recipe.ForFineTuning(model) with { Batch = 7 };
        Assert.Equal(gentler.ToJson(), tuned.RecipeJson);

        // and once more, as it is
        await ToolRun.Of(["train", NewSongs, "-o", _workshop.PathOf("third"), "--from", _workshop.Model]);
        Assert.Equal(gentler.ToJson(), MelodyModel.Load(_workshop.PathOf("third")).RecipeJson);
        ToolRun printed = await ToolRun.Of(["train", "--print-recipe", "--from", From, "--batch", "7"]);
        Assert.Equal(gentler.ToJson(), Recipe.FromJson(printed.Output).ToJson());
    }

    [Fact]
    public async Task Json_has_before_and_after_on_both()
    {
        await Begin();
        ToolRun run = await Tune("--from-songs", _workshop.Songs, "--json");
        JsonElement tuning = JsonDocument.Parse(run.Output).RootElement.GetProperty("fineTuning");
        Assert.Equal((From, MelodyModel.Load(From).Fingerprint()), (Text("from"), Text("fingerprint")));
        Assert.Equal("heldOut", tuning.GetProperty("newSongs").GetProperty("which").GetString());
        Assert.Equal("learned", tuning.GetProperty("oldSongs").GetProperty("which").GetString());
        Assert.Equal(3, tuning.GetProperty("oldSongs").GetProperty("songs").GetInt32());
        JsonElement won = tuning.GetProperty("newSongs");
        Assert.True(Nats(won, "after") <= Nats(won, "before"));
        JsonElement heldOut = JsonDocument.Parse(run.Output).RootElement.GetProperty("heldOut");
        Assert.Equal(heldOut.GetProperty("natsPerStep").GetDouble(), Nats(won, "after"));
        ToolRun anew = await _workshop.Train("--json", "--steps", "2");
        Assert.DoesNotContain("fineTuning", anew.Output, StringComparison.Ordinal);

        string? Text(string name) => tuning.GetProperty(name).GetString();
        static double Nats(JsonElement scores, string when) => scores.GetProperty(when).GetProperty("natsPerStep").GetDouble();
    }

    [Fact]
    public async Task The_songbook_is_known_by_itself_and_of_other_songs_is_said_how_to_name_them()
    {
        await Begin();
        ToolRun run = await Tune();
        Assert.Contains("note: the songs that the model came from are not known", run.Output, StringComparison.Ordinal);
        Assert.Contains("name their folder with --from-songs", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("the songs it came from, ", run.Output, StringComparison.Ordinal);

        await _workshop.TrainOn("songbook", "-o", From, "--steps", "3");
        run = await Tune();
        Assert.Matches("the songs it came from, [0-9]+ songs, all learned from ", run.Output);
    }

    [Fact]
    public async Task Other_songs_than_those_of_its_training_are_called_so()
    {
        await Begin();
        _workshop.Add("songs/delta.mid", 61);
        ToolRun run = await Tune("--from-songs", _workshop.Songs);
        Assert.Contains("the songs it came from, 4 songs, not those of its training", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_songs_again_and_songs_that_stand_in_both_are_said()
    {
        await Begin();
        ToolRun same = await ToolRun.Of(["train", _workshop.Songs, "-o", _workshop.Model, "--from", From]);
        Assert.Contains("note: these are the very songs that the model learned from", same.Output, StringComparison.Ordinal);
        _workshop.Add("songs-new/alpha.mid", 40);
        ToolRun both = await Tune("--from-songs", _workshop.Songs);
        Assert.Contains(
            "note: 1 title of the new songs is among those that the model came from: it may know", both.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_and_gone_on_with_it_has_the_bytes_of_one_that_never_stopped()
    {
        await Begin();
        await Tune("--steps", "5", "--checkpoint-every", "5");
        Assert.Equal(ExitCode.Done, (await Tune("--steps", "9", "--resume", "--threads", "2")).ExitCode);
        byte[] resumed = File.ReadAllBytes(_workshop.Model);
        await Tune("--steps", "9");
        Assert.Equal(File.ReadAllBytes(_workshop.Model), resumed);

        ToolRun anew = await Tune("--steps", "12", "--resume", "--batch", "9");
        Assert.Contains("cannot go on from the checkpoint: batch was 10 and is now 9", anew.Error, StringComparison.Ordinal);
        await Begin("--seed", "2");
        ToolRun other = await Tune("--steps", "12", "--resume", "--seed", "1");
        Assert.Contains("the model to fine-tune is not the one that it began with", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_before_and_after()
    {
        await Begin();
        string page = _workshop.PathOf("page.html");
        Assert.Equal(ExitCode.Done, (await Tune("--from-songs", _workshop.Songs, "--report", page)).ExitCode);
        string text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains(">Before and after</h2>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hidden 7", "hidden was [6] and is now [7]")]
    [InlineData("--window 9", "window was 8 and is now 9")]
    [InlineData("--layers 2", "hidden was [6] and is now [6,6]")]
    [InlineData("--encoding melody", "encoding was \"lab\" and is now \"melody\"")]
    [InlineData("--recipe lab", "hidden was [6] and is now [128]; window was 8 and is now 64")]
    public async Task What_would_make_another_network_is_refused(string options, string difference)
    {
        await Begin();
        Fails(await Tune(options.Split(' ')), ExitCode.WrongUsage, $"cannot fine-tune {From}: {difference}");
    }

    [Fact]
    public async Task What_says_the_same_as_the_model_is_not()
    {
        await Begin();
        ToolRun run = await Tune("--encoding", "lab", "--hidden", "6", "--layers", "1", "--window", "8");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Files_in_each_others_place_and_files_that_are_not_there_are_refused()
    {
        Fails(await Tune(), ExitCode.Failed, $"there is no model {From}; ");
        await Begin();
        byte[] before = File.ReadAllBytes(From);
        ToolRun over = await ToolRun.Of(["train", NewSongs, "-o", From, "--from", From]);
        Fails(over, ExitCode.WrongUsage, $"the model would be written over the model to fine-tune, {From}; choose another name");
        string song = _workshop.PathOf("songs/alpha.mid");
        ToolRun onSong = await ToolRun.Of(["train", NewSongs, "-o", song, "--from", From, "--from-songs", _workshop.Songs]);
        Fails(onSong, ExitCode.WrongUsage, "--output takes the name of a model, such as ");
        Fails(await Tune("--from-songs", _workshop.PathOf("none")), ExitCode.Failed, "There is no folder or file ");
        Fails(await _workshop.Train("--from-songs", _workshop.Songs), ExitCode.WrongUsage, "--from-songs is with a model to fine-tune");
        File.WriteAllText(_workshop.PathOf("broken"), "no model");
        ToolRun broken = await ToolRun.Of(["train", NewSongs, "-o", _workshop.Model, "--from", _workshop.PathOf("broken")]);
        Fails(broken, ExitCode.Failed, "cannot read the model ");
        Assert.Equal(before, File.ReadAllBytes(From));
        Assert.False(File.Exists(_workshop.Model));
    }

    private string NewSongs => _workshop.PathOf("songs-new");

    private static void Fails(ToolRun run, int code, string message)
    {
        Assert.Equal(code, run.ExitCode);
        Assert.StartsWith($"tunesmith: {message}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    /// <summary>Makes the model to fine-tune, of the folder <c>songs</c>.</summary>
    private async Task Begin(params string[] options) =>
        Assert.Equal(ExitCode.Done, (await _workshop.Train(["-o", From, "--steps", "5", .. options])).ExitCode);

    /// <summary>Fine-tunes it on the folder <c>songs-new</c>.</summary>
    private Task<ToolRun> Tune(params string[] options) =>
        ToolRun.Of(["train", NewSongs, "-o", _workshop.Model, "--from", From, .. options]);
}
