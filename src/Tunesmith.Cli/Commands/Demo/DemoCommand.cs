using System.CommandLine;
using Tunesmith.Analysis;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Training;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary><c>tunesmith demo</c>: the whole way in one command, from the songbook to four new tunes.</summary>
internal sealed class DemoCommand : ToolCommand
{
    private const string DefaultFolder = "tunesmith-demo";

    private readonly Recipe _recipe;
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder to write to: a new or empty one, or that of another demo, whose files are replaced",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => DefaultFolder,
    };

    private readonly Option<bool> _wav = SoundFiles.Option("Make each tune a sound file beside it as well");
    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise 1, for all to hear the same");
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly ReportOption _report = new(
        $"Write the one page of the demo to this file too, outside the folder; otherwise it is {DemoFiles.Page} in the folder alone");
    private readonly Option<bool> _json = SharedOptions.Json();

    public DemoCommand()
        : this(Recipe.LookBack)
    {
    }

    /// <summary>The demo by another recipe of the same encoding, which holds titles out.</summary>
    internal DemoCommand(Recipe recipe)
        : base("demo", "Learn the songbook before your eyes and write four new tunes.")
    {
        _recipe = recipe;
        Add(_output);
        Add(_wav);
        Add(_seed);
        Add(_threads);
        Add(_report);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith demo", "Four tunes, the model that composed them, and a page to open, in the folder tunesmith-demo."),
        new("tunesmith demo --seed 2 -o another-demo", "Four others, by a network that has learned anew."),
        new("tunesmith demo --wav", "The same tunes, as .wav to listen to as well."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        DemoFolder folder = new(arguments.GetRequiredValue(_output));
        folder.Check();
        _report.Check(arguments);
        _report.CheckOutside(arguments, folder.Path);
        try
        {
            Run(folder, arguments, console, cancellation);
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException("interrupted; nothing was written", error);
        }

        return Task.CompletedTask;
    }

    private void Run(DemoFolder folder, ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        bool json = arguments.GetValue(_json);
        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        Recipe recipe = _recipe with { Seed = arguments.GetValue(_seed) ?? _recipe.Seed };
        ConsoleStream notes = console.Progress(json);
        SongCorpus songbook = Songbook.Load(
            new CorpusOptions { Encoding = recipe.Definition.FindEncoding(), MinSteps = recipe.MinSteps, Threads = threads });
        IReadOnlyList<TokenSequence> songs = songbook.Sequences();
        SongSplit split = recipe.SplitOf(songs);
        notes.WriteLine(DemoReport.Songs(split));

        TrainingOptions options = new() { Threads = threads, DataFingerprint = songbook.Fingerprint() };
        TrainingDisplay display = new(notes, recipe.Steps, options.Time);
        notes.WriteLine(TrainingDisplay.Meaning(recipe.Batch));
        TrainingResult result =
            display.Run(() => Trainer.Train(recipe, songs, options, new TrainingReport(display, null), cancellation));
        EvaluationRow? baseline = ModelEvaluation.BestBaselineOf(recipe.Definition, songs, split, threads, cancellation);
        RecurringBars form = RecurringBars.Of(songbook.Melodies);
        DemoTune[] tunes = DemoTune.ComposeAll(result.Model, songbook, split.HeldOut, form, recipe.Seed, threads, cancellation);

        OriginalityIndex index = CorpusOriginality.Build(songbook, threads, cancellation);
        OriginalityReport[] originality = [.. tunes.Select(tune => tune.OriginalityIn(index))];
        IReadOnlyList<string> titles = songbook.HeldOutTitles(split, TitleGroup.Of(songs));
        notes.WriteLine("making the page, with the sound of the tunes");
        byte[] page = (DemoPage.Of(recipe, songbook, titles, result, baseline, form, tunes, originality) with { Threads = threads })
            .ToBytes(cancellation);
        bool wav = arguments.GetValue(_wav);
        IReadOnlyList<DemoFile> files = DemoFiles.Of(page, result.Model, tunes, wav, threads, cancellation);

        cancellation.ThrowIfCancellationRequested();
        folder.Replace(recipe.Seed, files);
        _report.Write(arguments, page);
        DemoDocument document = DemoDocument.Of(
            folder.Path, recipe.Seed, songbook, result, titles, baseline, form, tunes, originality, wav);
        if (json)
        {
            JsonOutput.Write(console, document, DemoJson.Default.DemoDocument);
            return;
        }

        foreach (string line in DemoReport.Learned(document))
        {
            notes.WriteLine(line);
        }

        notes.WriteLine();
        notes.WriteLine(DemoReport.Picture(tunes[0]));
        notes.Draw(new MelodyRoll(tunes[0].Melody) { BegunWith = tunes[0].BegunWith });
        notes.WriteLine();
        foreach (string line in DemoReport.End(document))
        {
            notes.WriteLine(line);
        }
    }
}
