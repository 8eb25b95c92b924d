using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary>What can go wrong when composing: one line, the right exit code, and nothing written.</summary>
public sealed class ComposeFailureTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new();

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("3", "There is no song 3 in ", ": its 3 songs are numbered 0 to 2.")]
    [InlineData("-1", "There is no song -1 in ", ": its 3 songs are numbered 0 to 2.")]
    [InlineData("99999999999999", "There is no song 99999999999999 in ", ": its 3 songs are numbered 0 to 2.")]
    [InlineData("gama", "There is no song \"gama\" in ", "; near it: \"gamma\".")]
    [InlineData("xyz", "There is no song \"xyz\" in ", "; use a number from 0 to 2, or part of a file name.")]
    public async Task A_song_that_is_not_there(string song, string message, string advice) =>
        Fails(await _workshop.ComposeFrom(song, "a.mid"), ExitCode.Failed, $"{message}\"{_workshop.Songs}\"{advice}");

    [Fact]
    public async Task A_model_is_not_written_over_through_a_link_to_it()
    {
        string link = _workshop.PathOf("songs/link.mid");
        File.CreateSymbolicLink(link, _workshop.Model);
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs, "-o", link),
            ExitCode.WrongUsage,
            $"the song would be written over the model, {_workshop.Model}; choose another name");
    }

    [Fact]
    public async Task A_file_that_is_no_record_is_not_written_over_by_one()
    {
        string other = _workshop.PathOf("other.json");
        await File.WriteAllTextAsync(other, "{\"mine\":1}", TestContext.Current.CancellationToken);
        Fails(
            await _workshop.ComposeFrom("0", "other.mid"),
            ExitCode.Failed,
            $"would be written over {other}, which is no record of a song; move it away, or choose another name",
            ["model.safetensors", "other.json"]);
        Assert.Equal("{\"mine\":1}", await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_record_is_written_over_by_the_next()
    {
        Assert.Equal(ExitCode.Done, (await _workshop.ComposeFrom("0", "a.mid", "--seed", "1")).ExitCode);
        Assert.Equal(ExitCode.Done, (await _workshop.ComposeFrom("0", "a.mid", "--seed", "2")).ExitCode);
        string record = await File.ReadAllTextAsync(_workshop.PathOf("a.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"seed\":2,", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-o", "the name of the file to write is empty; give one")]
    [InlineData("--probabilities", "the name of the table of probabilities is empty; give one")]
    public async Task A_file_without_a_name(string option, string message) =>
        Fails(await _workshop.Compose("--corpus", _workshop.Songs, option, ""), ExitCode.WrongUsage, message);

    [Fact]
    public async Task A_device_in_place_of_the_model()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "this system has no /dev/zero");
        ToolRun run = await ToolRun.Of(["compose", "/dev/zero", "--corpus", _workshop.Songs, "-o", _workshop.PathOf("a.mid")]);
        Fails(run, ExitCode.Failed, "cannot read the model /dev/zero: it is empty, or a pipe or device; name a model file");
    }

    [Fact]
    public async Task A_folder_that_is_missing_empty_or_all_too_short()
    {
        string none = _workshop.PathOf("none");
        Fails(await _workshop.Compose("--corpus", none), ExitCode.Failed, $"There is no folder or file \"{none}\".");
        string empty = Directory.CreateDirectory(_workshop.PathOf("songs/empty")).FullName;
        Fails(await _workshop.Compose("--corpus", empty), ExitCode.Failed, $"No song in \"{empty}\": it holds no .mid");
        _workshop.Add("songs/few/a.mid", 19);
        Fails(
            await _workshop.Compose("--corpus", _workshop.PathOf("songs/few")),
            ExitCode.Failed,
            "the longest, a.mid, has 19 of the 20 steps needed");
    }

    [Theory]
    [InlineData("songs/alpha.mid")]
    [InlineData("songbook:arirang")]
    public async Task A_song_in_the_place_of_the_model(string name)
    {
        string song = name.StartsWith("songbook", StringComparison.Ordinal) ? name : _workshop.PathOf(name);
        Fails(
            await ToolRun.Of(["compose", song, "-o", _workshop.PathOf("a.mid")]),
            ExitCode.Failed,
            $"{song} is a song, not a model; to begin with it: tunesmith compose --primer {song}");
        Fails(
            await ToolRun.Of(["evaluate", song, _workshop.Songs]),
            ExitCode.Failed,
            $"{song} is a song, not a model; name a model that tunesmith train has written");
    }

    [Theory]
    [InlineData("foo.wav", "; --wav makes a sound beside it")]
    [InlineData("foo.abc", "; tunesmith convert makes ABC of it")]
    [InlineData("foo.html", "; --report makes a page of it")]
    [InlineData("foo.MIDI.txt", "")]
    [InlineData("foo", "")]
    public async Task A_song_with_the_name_of_another_kind_of_file(string name, string advice)
    {
        string output = _workshop.PathOf(name);
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs, "-o", output),
            ExitCode.WrongUsage,
            $"--output takes a name that ends in .mid, not {output}{advice}");
    }

    [Fact]
    public async Task A_model_whose_name_is_misspelt()
    {
        string near = _workshop.PathOf("modl.safetensors");
        Fails(
            await ToolRun.Of(["compose", near, "-o", _workshop.PathOf("a.mid")]),
            ExitCode.Failed,
            $"there is no model {near}; did you mean {_workshop.Model}?");
    }

    [Fact]
    public async Task A_model_that_is_a_text()
    {
        string text = _workshop.PathOf("songs/model.txt");
        File.WriteAllText(text, "this is no model");
        Fails(
            await ToolRun.Of(["compose", text, "-o", _workshop.PathOf("a.mid")]),
            ExitCode.Failed,
            $"cannot read the model {text}: it is no model; name one that tunesmith train has written");
    }

    [Fact]
    public async Task A_primer_that_is_no_song()
    {
        string noise = _workshop.PathOf("songs/noise.txt");
        File.WriteAllText(noise, "this is no music");
        Fails(
            await _workshop.Compose("--primer", noise),
            ExitCode.Failed,
            $"cannot start from {noise}: it is neither MIDI nor ABC, but begins with 'this'; choose another song");
        File.WriteAllText(noise, "");
        Fails(
            await _workshop.Compose("--primer", noise),
            ExitCode.Failed,
            $"cannot start from {noise}: the file is empty; choose another song");
        Fails(
            await _workshop.Compose("--primer", _workshop.Songs),
            ExitCode.Failed,
            $"--primer takes a song file, but {_workshop.Songs} is a folder; use --corpus");
        string none = _workshop.PathOf("none.mid");
        Fails(await _workshop.Compose("--primer", none), ExitCode.Failed, $"There is no folder or file \"{none}\".");
    }

    [Fact]
    public async Task A_model_that_is_missing_cut_short_or_no_model()
    {
        byte[] model = File.ReadAllBytes(_workshop.Model);
        File.WriteAllBytes(_workshop.Model, model[..^100]);
        Fails(await _workshop.Compose("--corpus", _workshop.Songs), ExitCode.Failed, $"cannot read the model {_workshop.Model}: Expected ");
        File.WriteAllBytes(_workshop.Model, []);
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs),
            ExitCode.Failed,
            $"cannot read the model {_workshop.Model}: it is empty, or a pipe or device; name a model file");
        File.Copy(_workshop.PathOf("songs/alpha.mid"), _workshop.Model, overwrite: true);
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs),
            ExitCode.Failed,
            $"{_workshop.Model} is a song, not a model; to begin with it: tunesmith compose --primer {_workshop.Model}");
        ToolRun folder = await ToolRun.Of(["compose", _workshop.Songs, "--corpus", _workshop.Songs, "-o", _workshop.PathOf("a.mid")]);
        Fails(folder, ExitCode.Failed, $"{_workshop.Songs} is a folder; name the model file that tunesmith train has written");
        File.Delete(_workshop.Model);
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs),
            ExitCode.Failed,
            $"there is no model {_workshop.Model}; tunesmith train FOLDER -o {_workshop.Model} would make one",
            files: []);
    }

    [Theory]
    [InlineData("encoding\\\":\\\"lab", "encoding\\\":\\\"zab", "There is no encoding named \"zab\"; choose one of: lab")]
    [InlineData("\\\"minSteps\\\":20", "\\\"minSteps\\\":-9", "cannot read the recipe in the model ")]
    [InlineData("\\\"batch\\\":10", "\\\"catch\\\":10", "cannot read the recipe in the model ")]
    public async Task A_model_of_another_encoding_or_with_a_recipe_that_is_none(string old, string other, string message)
    {
        string bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_workshop.Model));
        Assert.Contains(old, bytes, StringComparison.Ordinal);
        int at = message[0] == 'c' ? bytes.IndexOf("\"recipe\"", StringComparison.Ordinal) : 0;
        bytes = bytes[..at] + bytes[at..].Replace(old, other, StringComparison.Ordinal);
        File.WriteAllBytes(_workshop.Model, System.Text.Encoding.Latin1.GetBytes(bytes));
        Fails(await _workshop.Compose("--corpus", _workshop.Songs), ExitCode.Failed, message);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written()
    {
        string below = Path.Combine(_workshop.Model, "a.mid");
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs, "-o", below),
            ExitCode.Failed,
            $"cannot write {below}: {_workshop.Model} is a file, not a folder");
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs, "-o", _workshop.Songs),
            ExitCode.Failed,
            $"cannot write {_workshop.Songs}: it is a folder");
        Fails(await _workshop.Compose("--corpus", _workshop.Songs, "--probabilities", below), ExitCode.Failed, $"cannot write {below}: ");
    }

    [Fact]
    public async Task A_file_that_would_be_written_over_another()
    {
        _workshop.Add("songs/tune.base.mid", 30);
        string primer = _workshop.PathOf("songs/tune.base.mid");
        byte[] before = File.ReadAllBytes(primer);
        Fails(
            await _workshop.Compose("--primer", primer, "-o", primer),
            ExitCode.WrongUsage,
            $"the song would be written over the primer, {primer}; choose another name");
        Fails(
            await _workshop.Compose("--primer", primer, "-o", _workshop.PathOf("songs/tune.mid")),
            ExitCode.WrongUsage,
            $"the whole primer song would be written over the primer, {primer}; choose another name");
        Fails(
            await _workshop.Compose("--primer", primer, "-o", _workshop.Model),
            ExitCode.WrongUsage,
            $"--output takes a name that ends in .mid, not {_workshop.Model}");
        Fails(
            await _workshop.Compose("--primer", primer, "--probabilities", _workshop.PathOf("a.mid")),
            ExitCode.WrongUsage,
            "the table of probabilities would be written over the song, ");
        Assert.Equal(before, File.ReadAllBytes(primer));
    }

    [Theory]
    [InlineData("0")] // the song that is started from
    [InlineData("1")]
    public async Task A_file_that_would_be_written_over_a_song_of_the_corpus(string startedFrom)
    {
        string song = _workshop.PathOf("songs/alpha.mid");
        byte[] before = File.ReadAllBytes(song);
        Fails(
            await _workshop.ComposeFrom(startedFrom, "songs/alpha.mid"),
            ExitCode.WrongUsage,
            $"the song would be written over a song of the corpus, {song}; choose another name");
        Assert.Equal(before, File.ReadAllBytes(song));
    }

    [Theory]
    [InlineData("--primer-song 3", "--primer-song chooses from a folder of songs; name one with --corpus FOLDER")]
    [InlineData("--primer-bars 3", "--primer-bars is for a song to start from; name one with --primer FILE or --corpus FOLDER")]
    [InlineData("--primer a --notes C4", "--notes are to start from in place of a song; leave --primer and --corpus out, or --notes")]
    [InlineData("--corpus a --meter 3/4", "--meter is for --notes or for a song from nothing; a song to start from has its own")]
    [InlineData("--meter 3/5", "--meter takes beats and a note value, such as 3/4 or 6/8, not '3/5'")]
    [InlineData("--notes H4", "--notes: Expected a note from C-1 to G9, such as C4, F#3 or Bb5, or R for a rest, at letter 1 of the notes, found \"H4\"")]
    [InlineData("--notes C4:1/3", "--notes: Expected a length that is a multiple of 1/4 of a quarter at letter 4 of the notes, found \"1/3\"")]
    [InlineData("--notes |", "--notes has no notes; give some, such as \"C4 D4 E4:2\", or leave it out to start from nothing")]
    [InlineData("--notes C9", "notes goes from C9 to C9, and the model knows C1 to F7: --transpose takes -96 to -19 here, not 0")]
    [InlineData(
        "--notes C1|C8",
        "notes goes from C1 to C8, and the model knows C1 to F7: that is too wide for any --transpose; start from another song")]
    [InlineData("--transpose 128", "--transpose takes a whole number from -127 to 127, not '128'")]
    [InlineData("--tempo 3", "--tempo takes a number from 4 to 1000, not '3'")]
    [InlineData("--program sax", "--program takes a number from 0 to 127 or the name of an instrument, not 'sax', which could be soprano sax, ")]
    [InlineData("--steps 3 --bars 3", "--steps and --bars both say how long the song becomes; give one of them")]
    [InlineData("--bars 1000000", "--bars 1000000 is too long: a song has at most 1000000 steps")]
    [InlineData("--primer a --corpus b", "--primer and --corpus both name what to start from; give one of them")]
    [InlineData("--primer a --primer-song 3", "--primer-song chooses from the folder of --corpus; leave it out with --primer")]
    [InlineData("--corpus a --steps 1000001", "--steps takes a whole number from 0 to 1000000, not '1000001'")]
    [InlineData("--corpus a --temperature 101", "--temperature takes a number from 0 to 100, not '101'")]
    [InlineData("--corpus a --temperature hot", "--temperature takes a number from 0 to 100, not 'hot'")]
    [InlineData("--corpus a --seed -1", "--seed takes a whole number of at least 0, not '-1'")]
    [InlineData("--corpus a --context all", "all")]
    [InlineData("--corpus a --loudly", "there is no option --loudly")]
    public async Task Wrong_usage(string arguments, string message) =>
        Fails(await _workshop.Compose(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)), ExitCode.WrongUsage, message);

    [Fact]
    public async Task More_steps_than_a_song_may_have_after_its_primer() => Fails(
        await _workshop.Compose("--corpus", _workshop.Songs, "--steps", "1000000"),
        ExitCode.WrongUsage,
        "--steps takes at most 999992 after a primer of 8 steps, not 1000000");

    [Fact]
    public async Task A_song_of_no_name() =>
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs, "--primer-song", " "),
            ExitCode.WrongUsage,
            "--primer-song takes a number, part of a name, or random");

    [Fact]
    public async Task A_composing_that_is_interrupted()
    {
        using CancellationTokenSource source = new();
        source.CancelAfter(300);
        string[] arguments =
            ["compose", _workshop.Model, "--corpus", _workshop.Songs, "--steps", "990000", "-o", _workshop.PathOf("a.mid")];
        Fails(await ToolRun.Of(arguments, cancellation: source.Token), ExitCode.Interrupted, "tunesmith: interrupted");
    }

    /// <summary>One line on standard error, and no file more than before.</summary>
    private void Fails(ToolRun run, int exitCode, string message, string[]? files = null)
    {
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("tunesmith: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Equal(files ?? ["model.safetensors"], _workshop.Names());
        Assert.False(File.Exists(_workshop.PathOf("songs/tune.mid")));
    }
}
