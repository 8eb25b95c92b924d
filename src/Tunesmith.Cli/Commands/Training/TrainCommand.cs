using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Evaluating;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Report;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary><c>tunesmith train</c>: learns a model from a folder of songs.</summary>
internal sealed class TrainCommand : ToolCommand
{
    private readonly Argument<string> _folder = SharedOptions.Songs();
    private readonly Option<string> _output = SharedOptions.Output(
        "The model file to write; folders on the way are made; otherwise it must be given, but for --print-recipe");
    private readonly Option<string?> _log =
        new("--log") { Description = "Write a line of JSON to this file at every displayed step", HelpName = "FILE" };

    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly ReportOption _report = new("Write what was learned, from what and how well, to this file as one page to open");
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _printRecipe = new("--print-recipe")
    {
        Description = "Write the recipe, with what the other options change in it, as JSON to standard output, and train nothing; "
            + "needs no FOLDER and no -o",
    };

    private readonly RecipeOptions _recipe = new();
    private readonly FineTuningOptions _fineTuning = new();
    private readonly LoadingOptions _loading = new();
    private readonly CheckpointOptions _checkpoints = new();
    private readonly SampleOptions _samples = new();

    public TrainCommand()
        : base("train", "Learn a model from a folder of songs.")
    {
        _folder.Arity = ArgumentArity.ZeroOrOne;
        _folder.Description += "; otherwise it must be given, but for --print-recipe";
        Validators.Add(RequireNames);
        Add(_folder);
        Add(_output);
        Add(_recipe.Start);
        Add(_recipe.Seed);
        Under("What it hears");
        _recipe.AddHearing(this);
        _loading.AddTo(this);
        Under("The network, and how it learns");
        _recipe.AddLearning(this);
        Under("What is held out, and when it stops");
        _recipe.AddStopping(this);
        Under("From a model that has learned already");
        _fineTuning.AddTo(this);
        Under("To stop and to go on");
        _checkpoints.AddTo(this);
        Under("To hear it and see it learn");
        _samples.AddTo(this);
        Add(_recipe.DisplayEvery);
        Add(_log);
        Add(_report);
        Under("The run");
        Add(_printRecipe);
        Add(_threads);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith train songs -o model.safetensors", "Learn from the folder songs by the recipe lookback."),
        new(
            "tunesmith train songs -o model.safetensors --recipe lab --hidden 256 --batch 128 --steps 2000 --seed 3",
            "The settings of the lab's own samples, and another draw of all that is random."),
        new("tunesmith train songbook -o model.safetensors", "Learn from the tunes that come with Tunesmith."),
        new(
            "tunesmith train my-tunes -o mine.safetensors --from model.safetensors",
            "Teach a model your own tunes, and see what it wins and what it forgets."),
        new("tunesmith train songs -o model.safetensors --resume", "Go on where Ctrl-C stopped."),
        new(
            "tunesmith train songs -o model.safetensors --validation 0.2 --patience 3",
            "Hold more titles out, and stop when they fare no better."),
        new(
            "tunesmith train songbook -o model.safetensors --sample-every 50 --wav",
            "Hear it learn: a song after every 50 steps, as MIDI and as sound."),
        new("tunesmith train --print-recipe > my-recipe.json", "A recipe to change and to give to --recipe."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        FineTunedModel? from = _fineTuning.Read(arguments);
        Recipe recipe = _recipe.Read(arguments, from);
        foreach (string warning in recipe.Warnings)
        {
            console.Warn(warning);
        }

        if (arguments.GetValue(_printRecipe))
        {
            console.Output.WriteLine(recipe.ToIndentedJson());
            return Task.CompletedTask;
        }

        string output = arguments.GetRequiredValue(_output);
        string? log = arguments.GetValue(_log);
        bool json = arguments.GetValue(_json);
        FileRole[] logged = log is null ? [] : [new("the log", log)];
        _report.Check(arguments);
        FileRole[] sampled = _samples.Written(arguments, recipe, output);
        FileRole[] written =
        [
            new("the model", output),
            .. _checkpoints.Written(arguments, output),
            .. logged,
            .. sampled,
            .. _report.Written(arguments),
        ];
        FilesApart.Check(written, [.. _recipe.FilesRead(arguments), .. _fineTuning.FilesRead(arguments)]);
        OutputNames.RefuseOtherThanModel(output);
        Array.ForEach(written, file => OutputFile.CheckWritable(file.Path));

        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        CorpusOptions hearing = new() { Encoding = recipe.Definition.FindEncoding(), MinSteps = recipe.MinSteps, Threads = threads };
        SongCorpus corpus = LoadingOptions.Load(
            console, arguments.GetRequiredValue(_folder), _loading.Read(arguments, hearing), cancellation);
        corpus.RequireSongs();
        FilesApart.CheckSongs(written, corpus);
        ConsoleStream notes = console.Progress(json);
        notes.WriteLine(Describe(corpus));
        IReadOnlyList<TokenSequence> songs = corpus.Sequences();
        SongSplit split = recipe.SplitOf(songs);
        TitleReport report = TitleReport.Of(corpus);
        IReadOnlyList<string> titles = corpus.HeldOutTitles(split, report.Groups);
        SongCorpus? before = from is null ? null : _fineTuning.SongsBefore(arguments, from, corpus, console, _loading, cancellation);
        if (before is not null)
        {
            FilesApart.CheckSongs(written, before);
        }

        IReadOnlyList<string> remarks =
        [
            .. CorpusRemarks.Of(corpus, report, holdsOut: recipe.Validation.Share > 0),
            .. ProtocolNotes.DividedTwins(corpus, report, split),
            .. from is null ? [] : FineTuningEnd.Remarks(from, corpus, before),
        ];
        ProtocolNotes.Write(notes, remarks);

        TrainingOptions options = new()
        {
            Threads = threads,
            DataFingerprint = corpus.Fingerprint(),
            StartFrom = from?.Model,
        };
        options = _checkpoints.Read(arguments, options, output);
        List<SampleDocument> samples = [];
        List<ReportTune>? tunes = _report.IsAskedFor(arguments) ? [] : null;
        options = _samples.Read(arguments, options, recipe, corpus, split, output, samples, tunes);
        TrainingDisplay display = new(notes, recipe.Steps, options.Time);
        if (recipe.Steps > 0)
        {
            notes.WriteLine(TrainingDisplay.Meaning(recipe.Batch));
        }

        using TrainingLog? logLines = log is null ? null : new TrainingLog(log, append: options.ResumeFrom is not null);
        TrainingResult result = display.Run(() => _checkpoints.Watch(() =>
            Trainer.Train(recipe, songs, options, new TrainingReport(display, logLines), cancellation)));

        OutputFile.Write(output, stream => stream.Write(result.Model.ToBytes()));
        EvaluationRow? baseline = BestBaseline(recipe, songs, split, threads, output, cancellation);
        FineTuningReport? fineTuning = from?.Report(result.Model, songs, split, before, threads, output, cancellation);
        IReadOnlyList<string> endRemarks = TrainingEnd.Remarks(recipe, result.Model.Summary, baseline);
        TrainDocument document = TrainDocument.Of(result, output, titles) with
        {
            Baseline = BaselineDocument.Of(baseline),
            FineTuning = fineTuning is null ? null : FineTuningDocument.Of(from!, fineTuning),
            Samples = options.ModelEvery > 0 ? samples : null,
            Remarks = [.. remarks, .. endRemarks],
        };
        if (json)
        {
            JsonOutput.Write(console, document, TrainJson.Default.TrainDocument);
        }
        else
        {
            notes.WriteLine(ToolConsole.OneLine(document.ToString()));
            IEnumerable<string> won = fineTuning is null ? [] : FineTuningEnd.Lines(fineTuning);
            IEnumerable<string> lines = TrainingEnd.Lines(recipe, result.Model.Summary, baseline, titles);
            foreach (string line in lines.Concat(won).Concat(TrainingEnd.Samples(samples)))
            {
                notes.WriteLine(line);
            }
        }

        ProtocolNotes.Write(notes, endRemarks);
        string again = TypedCommand.Of(arguments, [_report, _json, _checkpoints.Resume]);
        _report.Write(
            arguments,
            $"the model is whole: {output}",
            () => new ReportPage
            {
                Title = $"What {Wording.Count(result.Model.Summary.Songs, "song")} taught a network",
                Lead = "A small neural network has listened to them, and now tells what to expect next in a melody. Here is how well it does.",
                Tunes = [.. tunes!.Select(tune => tune with { Command = again })],
                Training = ReportTraining.Of(recipe, result, baseline),
                FineTuning = fineTuning,
                Songs = new ReportSongs(corpus) { HeldOutTitles = titles },
                Threads = threads,
                Commands = [new("The same model again", again)],
            },
            notes,
            cancellation);
        return Task.CompletedTask;
    }

    /// <summary>The best baseline on the songs held out. Where it is interrupted, says that the model is there.</summary>
    private static EvaluationRow? BestBaseline(
        Recipe recipe, IReadOnlyList<TokenSequence> songs, SongSplit split, int threads, string output, CancellationToken cancellation)
    {
        try
        {
            return ModelEvaluation.BestBaselineOf(recipe.Definition, songs, split, threads, cancellation);
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException($"interrupted; the model is whole: {output}; no baseline stands beside it", error);
        }
    }

    /// <summary>Requires the folder and the model, unless only the recipe is printed.</summary>
    private void RequireNames(CommandResult result)
    {
        if (result.GetValue(_printRecipe))
        {
            return;
        }

        if (result.GetResult(_folder) is null or { Tokens.Count: 0 })
        {
            result.AddError("FOLDER is missing: name a folder of songs");
        }

        if (result.GetResult(_output) is null)
        {
            result.AddError("--output is missing: name the model file to write, with -o");
        }
    }

    private static string Describe(SongCorpus corpus) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Wording.Count(corpus.Songs.Count, "song")} to learn from, {Wording.Steps(corpus.Steps, corpus.Options.Encoding.StepsPerQuarter)} in all ({Wording.LeftOut(corpus)})");
}
