using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.Commands.Training;

/// <summary>What can go wrong before, in and after a training: one line, the right exit code, and an older model stays as it was.</summary>
public sealed class TrainFailureTests : IDisposable
{
    private const string Older = "an older model";

    private readonly Workshop _workshop = new();

    public TrainFailureTests() => File.WriteAllText(_workshop.Model, Older);

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("--log", "the log")]
    public async Task A_song_is_not_written_over(string option, string role)
    {
        string song = _workshop.PathOf("songs/beta - verse.mid");
        byte[] before = File.ReadAllBytes(song);
        Fails(
            await _workshop.Train(option, song),
            ExitCode.WrongUsage,
            $"{role} would be written over a song of the corpus, {song}; choose another name");
        Assert.Equal(before, File.ReadAllBytes(song));
    }

    [Fact]
    public async Task A_folder_without_a_name() =>
        Fails(await _workshop.TrainOn(""), ExitCode.Failed, "There is no folder or file \"\".");

    [Fact]
    public async Task A_missing_folder()
    {
        string folder = _workshop.PathOf("none");
        Fails(await _workshop.TrainOn(folder), ExitCode.Failed, $"There is no folder or file \"{folder}\".");
    }

    [Fact]
    public async Task An_empty_folder()
    {
        string folder = Directory.CreateDirectory(_workshop.PathOf("songs/empty")).FullName;
        Fails(
            await _workshop.TrainOn(folder),
            ExitCode.Failed,
            $"No song in \"{folder}\": it holds no .mid, .midi, .kar, .smf or .abc file. Name a folder that does.");
    }

    [Fact]
    public async Task A_folder_of_which_everything_is_left_out() => Fails(
        await _workshop.Train("--min-steps", "100"),
        ExitCode.Failed,
        $"No song to learn from in \"{_workshop.Songs}\": all 4 files are left out; "
        + "the longest, gamma.mid, has 54 of the 100 steps needed. Use --min-steps 54, or add songs.");

    [Fact]
    public async Task A_folder_of_noise()
    {
        Directory.CreateDirectory(_workshop.PathOf("songs/noise"));
        File.WriteAllText(_workshop.PathOf("songs/noise/a.mid"), "this is no music");
        ToolRun run = await _workshop.TrainOn(_workshop.PathOf("songs/noise"));
        Fails(run, ExitCode.Failed, "a.mid: it is neither MIDI nor ABC, but begins with 'this'");
    }

    [Theory]
    [InlineData("model.mid")]
    [InlineData("songs/alpha.mid")]
    [InlineData("samples.TXT")]
    public async Task A_model_with_the_name_of_another_kind_of_file(string name)
    {
        string output = _workshop.PathOf(name);
        string model = Path.ChangeExtension(output, ".safetensors");
        Fails(
            await _workshop.Train("-o", output),
            ExitCode.WrongUsage,
            $"--output takes the name of a model, such as {model}, not {output}");
    }

    [Fact]
    public async Task An_output_below_a_file()
    {
        string output = Path.Combine(_workshop.Model, "deeper", "m.safetensors");
        Fails(
            await _workshop.Train("-o", output),
            ExitCode.Failed,
            $"cannot write {output}: {_workshop.Model} is a file, not a folder; choose another place");
    }

    [Fact]
    public async Task An_output_that_is_a_folder() =>
        Fails(
            await _workshop.Train("-o", _workshop.Songs),
            ExitCode.Failed,
            $"cannot write {_workshop.Songs}: it is a folder; add the name of a file");

    [Fact]
    public async Task A_log_that_cannot_be_written() =>
        Fails(await _workshop.Train("--log", _workshop.Songs), ExitCode.Failed, $"cannot write {_workshop.Songs}: it is a folder");

    [Fact]
    public async Task A_log_in_the_models_place() => Fails(
        await _workshop.Train("--log", Path.Combine(_workshop.Songs, "..", "model.safetensors")),
        ExitCode.WrongUsage,
        "the log would be written over the model, " + _workshop.Model);

    [Theory]
    [InlineData("--log", "the log")]
    public async Task A_file_in_the_place_of_a_song(string option, string role)
    {
        string song = _workshop.PathOf("songs/short.mid"); // left out, and yet the user's
        byte[] before = File.ReadAllBytes(song);
        Fails(await _workshop.Train(option, song), ExitCode.WrongUsage, $"{role} would be written over a song of the corpus, {song}; ");
        Assert.Equal(before, File.ReadAllBytes(song));
    }

    [Theory]
    [InlineData(
        "--window 19",
        "a window of 19 steps needs songs of at least 21, but songs of 20 are let in: "
        + "use a window of 18 or less, or min-steps of 21 or more")]
    [InlineData("--window 9000", "--window takes a whole number from 1 to 8192, not '9000'")]
    [InlineData("--steps -1", "--steps takes a whole number of at least 0, not '-1'")]
    [InlineData("--batch 0", "--batch takes a whole number from 1 to 65536, not '0'")]
    [InlineData("--hidden 5000", "--hidden takes a whole number from 1 to 4096, not '5000'")]
    [InlineData("--layers 9", "--layers takes a whole number from 1 to 8, not '9'")]
    [InlineData("--learning-rate 0", "expected a learning rate above 0, found 0")]
    [InlineData("--learning-rate -1", "--learning-rate takes a number of at least 0, not '-1'")]
    [InlineData("--learning-rate NaN", "--learning-rate takes a number of at least 0, not 'NaN'")]
    [InlineData("--display-every 0", "--display-every takes a whole number of at least 1, not '0'")]
    [InlineData("--hidden 4096 --layers 8", "the network is too large to train: use a smaller hidden size, batch or window")]
    [InlineData(
        "--recipe deep",
        "there is no recipe and no file \"deep\"; choose one of: lookback, plain, lab, lab-79, or name a file that --print-recipe wrote")]
    [InlineData("--validation 0.6", "--validation takes a number from 0 to 0.5, not '0.6'")]
    [InlineData("--validation NaN", "--validation takes a number from 0 to 0.5, not 'NaN'")]
    [InlineData("--patience -1", "--patience takes a whole number of at least 0, not '-1'")]
    [InlineData("--patience 3", "--patience is with titles held out, and none are; add --validation 0.1")]
    [InlineData("--reach-accuracy 75", "--reach-accuracy takes accuracies from 0 to 1 such as 0.75..0.90, or the lower one alone, not '75'")]
    [InlineData("--reach-accuracy 0.9..0.8", "--reach-accuracy takes accuracies from 0 to 1 such as 0.75..0.90, ")]
    [InlineData("--reach-accuracy 0.1..0.2..0.3", "--reach-accuracy takes accuracies from 0 to 1 such as 0.75..0.90, ")]
    [InlineData("--reach-accuracy NaN..1", "--reach-accuracy takes accuracies from 0 to 1 such as 0.75..0.90, ")]
    [InlineData("--loudly", "there is no option --loudly")]
    [InlineData("more.mid", "more.mid")]
    public async Task Wrong_usage(string options, string message) =>
        Fails(await _workshop.Train(options.Split(' ')), ExitCode.WrongUsage, message);

    [Fact]
    public async Task No_output() => Fails(
        await ToolRun.Of(["train", _workshop.Songs]),
        ExitCode.WrongUsage,
        "--output is missing: name the model file to write, with -o");

    [Fact]
    public async Task No_folder() => Fails(
        await ToolRun.Of(["train", "-o", _workshop.Model]),
        ExitCode.WrongUsage,
        "FOLDER is missing: name a folder of songs");

    [Fact]
    public async Task A_training_that_runs_away()
    {
        ToolRun run = await _workshop.Train("--learning-rate", "1e30");
        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.EndsWith(
            "tunesmith: the training ran away by step 0: the learning rate of 1E+30 is too high, try 0.001" + Environment.NewLine,
            run.Error,
            StringComparison.Ordinal);
        Assert.Equal(2, run.Error.TrimEnd().Split('\n').Length); // the other line warns of the learning rate
        NothingChanged();
    }

    /// <summary>One line on standard error, and nothing half-written or lost.</summary>
    private void Fails(ToolRun run, int exitCode, string message)
    {
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("tunesmith: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
        NothingChanged();
    }

    private void NothingChanged()
    {
        Assert.Equal(Older, File.ReadAllText(_workshop.Model));
        Assert.Equal(["model.safetensors"], _workshop.Names());
    }
}
