using System.Globalization;
using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing.Provenance;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary><c>tunesmith replay</c>, and the songs that it is for.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new() { Recipe = "lookback" };

    private string Song => _workshop.PathOf("a.mid");

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("--meter 6/8 --bars 4 --tempo 100 --program violin --temperature 0.8")]
    [InlineData("--notes C4 --bars 2 --transpose 5 --context window")]
    [InlineData("--primer songbook:arirang --primer-bars 2 --bars 4 --without-primer --temperature 0")]
    [InlineData("--corpus songbook --steps 20")]
    public async Task What_compose_writes_is_composed_again_byte_for_byte(string options)
    {
        ToolRun run = await _workshop.Compose([.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--seed", "9"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string again = _workshop.PathOf("again.mid");
        run = await ToolRun.Of(["replay", Song, "--model", _workshop.Model, "-o", again]);
        Assert.Equal(new ToolRun(ExitCode.Done, $"{Song}: it is the same, byte for byte" + Environment.NewLine, ""), run);
        Assert.Equal(File.ReadAllBytes(Song), File.ReadAllBytes(again));

        Assert.True(CompositionRecord.TryRead(MidiFile.Load(Song), out CompositionRecord? record));
        Assert.Equal(record.ToJson() + "\n", File.ReadAllText(_workshop.PathOf("a.json")));
        Assert.Equal(options.Contains("--primer") || options.Contains("--corpus"), File.Exists(_workshop.PathOf("a.base.mid")));
        Assert.DoesNotContain(Path.GetDirectoryName(Song)!, record.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Songs_from_notes_and_nothing_are_what_they_were_asked_to_be()
    {
        await _workshop.Compose("--notes", "C4 D4 | E4:2", "--bars", "2", "--seed", "1", "--transpose", "12");
        Assert.Equal([72, 72, 72, 72, 74, 74, 74, 74, 76], _workshop.Heard("a.mid")[..9]);
        ToolRun run = await _workshop.Compose("--meter", "3/8", "--bars", "5", "--seed", "1", "--tempo", "90", "--program", "40", "--json");
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("nothing", 0, 30), (
            document.GetProperty("primer").GetString(),
            document.GetProperty("primerSteps").GetInt32(),
            document.GetProperty("steps").GetInt32()));
        Assert.Equal(JsonValueKind.Null, document.GetProperty("baseSong").ValueKind);
        Assert.Equal(MelodyModel.Load(_workshop.Model).Fingerprint(), document.GetProperty("model").GetString());
        Score score = Score.Load(Song);
        Assert.Equal(new Meter(3, 8), score.Meters.At(0));
        Assert.Equal(666_667, score.Tempos.Changes.Single().MicrosecondsPerQuarter);
        Assert.Equal(40, score.Tracks[0].Programs.Single().Program);
        Assert.Equal(0, score.Tracks[0].Notes[0].Onset);
    }

    [Fact]
    public async Task Of_a_song_so_many_bars_are_the_primer_and_no_more_than_it_has()
    {
        ToolRun run = await _workshop.Compose("--primer", "songbook:arirang", "--primer-bars", "3", "--bars", "1", "--json");
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((36, 12), (document.GetProperty("primerSteps").GetInt32(), document.GetProperty("steps").GetInt32()));
        run = await _workshop.Compose("--primer", "songbook:arirang", "--primer-bars", "999");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(
            "--primer-bars 999 is more than Arirang has, which is 16 bars; take at most 16", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_is_told_in_one_line_and_in_JSON()
    {
        await _workshop.Compose("--seed", "9", "--steps", "20");
        string other = _workshop.PathOf("other.safetensors");
        await _workshop.Train("--steps", "6", "-o", other);
        ToolRun run = await Fails(["--model", other], "another model composed it: one with the fingerprint ");
        Assert.Contains(MelodyModel.Load(other).Fingerprint(), run.Error, StringComparison.Ordinal);

        run = await ToolRun.Of(["replay", Song, "--model", other, "--json"]);
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["song", "same", "outcome", "message", "model", "recordedModel", "version", "recordedVersion", "output"],
            document.EnumerateObject().Select(member => member.Name));
        Assert.Equal("otherModel", document.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Where_other_software_took_the_record_away_the_one_beside_the_song_is_read()
    {
        await _workshop.Compose("--seed", "9", "--steps", "20");
        Score.Load(Song).Save(Song);
        ToolRun run = await ToolRun.Of(["replay", Song, "--model", _workshop.Model]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));

        File.WriteAllText(_workshop.PathOf("a.json"), "{}");
        await Fails(["--model", _workshop.Model], "a.json beside it is none: Expected the record of a composition");
        File.Delete(_workshop.PathOf("a.json"));
        await Fails(["--model", _workshop.Model], "it carries no record of how it was composed");
    }

    [Fact]
    public async Task What_is_no_song_or_not_there_is_told()
    {
        File.WriteAllText(Song, "no song");
        await Fails(["--model", _workshop.Model], $"Cannot read \"{Song}\": it is neither MIDI nor ABC, but begins with 'no s'");
        File.WriteAllText(Song, "MThd");
        await Fails(["--model", _workshop.Model], $"cannot read {Song}: ");
        File.Delete(Song);
        await Fails(["--model", _workshop.Model], $"There is no file \"{Song}\"");
        ToolRun run = await ToolRun.Of(["replay", _workshop.PathOf("songs/alpha.mid"), "--model", _workshop.Model, "-o", _workshop.Model]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
    }

    [Fact]
    public async Task Without_a_model_it_is_the_starter_model_that_composes_again()
    {
        Assert.Equal(ExitCode.Done, (await ToolRun.Of(["compose", "--meter", "3/4", "--bars", "2", "--seed", "1", "-o", Song])).ExitCode);
        ToolRun run = await ToolRun.Of(["replay", Song]);
        Assert.Equal(new ToolRun(ExitCode.Done, $"{Song}: it is the same, byte for byte" + Environment.NewLine, ""), run);

        await _workshop.Compose("--bars", "2", "--seed", "1");
        run = await Fails([], $"{Song}: another model composed it: ");
        Assert.EndsWith(
            "; this is the starter model, name the other with --model MODEL; "
                + "the model of a song composed in the middle of a training is in no file",
            run.Error.TrimEnd(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("songs", "replay takes one song, but {0} is a folder; name a file in it")]
    [InlineData("model.safetensors", "Cannot read \"{0}\": it is a model, not a song; tunesmith compose takes it")]
    [InlineData("one.zip", "Cannot read \"{0}\": it is a zip archive; unpack it")]
    [InlineData("one.txt", "Cannot read \"{0}\": it is neither MIDI nor ABC, but begins with 'just'")]
    [InlineData("one.abc", "{0} is ABC, which carries no record of how it was composed; the record is in the .mid that was composed")]
    [InlineData("one.abc#1", "{0} is ABC, which carries no record of how it was composed; the record is in the .mid that was composed")]
    [InlineData("empty.abc", "{0} is ABC, which carries no record of how it was composed; the record is in the .mid that was composed")]
    [InlineData("songs/alpa.mid", "There is no file \"{0}\"; did you mean \"{1}\"?")]
    public async Task What_was_not_composed_is_called_what_it_is(string name, string message)
    {
        File.WriteAllBytes(_workshop.PathOf("one.zip"), [.. "PK\u0003\u0004...."u8]);
        File.WriteAllText(_workshop.PathOf("one.txt"), "just words");
        File.WriteAllText(_workshop.PathOf("one.abc"), "X:1\nT:One\nK:C\nCDEF|\n");
        File.WriteAllText(_workshop.PathOf("empty.abc"), "no tune");
        await Tells(_workshop.PathOf(name), string.Format(
            CultureInfo.InvariantCulture, message, _workshop.PathOf(name), _workshop.PathOf("songs/alpha.mid")));
    }

    [Fact]
    public Task Tunes_of_the_songbook_were_not_composed() => Tells(
        "songbook:arirang",
        "songbook:arirang was not composed by Tunesmith, as no tune of the songbook was; name a .mid that compose wrote");

    private static async Task Tells(string song, string message) => Assert.Equal(
        new ToolRun(ExitCode.Failed, "", $"tunesmith: {message.TrimEnd('.')}" + Environment.NewLine),
        await WithoutFullStop(ToolRun.Of(["replay", song])));

    private static async Task<ToolRun> WithoutFullStop(Task<ToolRun> running)
    {
        ToolRun run = await running;
        return run with { Error = run.Error.TrimEnd().TrimEnd('.') + Environment.NewLine };
    }

    private async Task<ToolRun> Fails(string[] options, string message)
    {
        ToolRun run = await ToolRun.Of(["replay", Song, .. options]);
        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        return run;
    }
}
