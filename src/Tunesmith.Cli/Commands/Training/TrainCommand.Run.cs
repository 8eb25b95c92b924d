using System.CommandLine;
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

/// <content>The training itself: songs, model, judgement and page, one after the other.</content>
internal sealed partial class TrainCommand
{
    private void Train(
        ParseResult arguments, ToolConsole console, Recipe recipe, FineTunedModel? from, CancellationToken cancellation)
    {
        string output = arguments.GetRequiredValue(_output);
        ConsoleStream notes = console.Progress(arguments.GetValue(_json));
        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        FileRole[] written = CheckFiles(arguments, recipe, output);
        SongsToLearn songs = ReadSongs(arguments, console, recipe, from, written, threads, cancellation);

        List<SampleDocument> samples = [];
        List<ReportTune>? tunes = _report.IsAskedFor(arguments) ? [] : null;
        TrainingOptions options = new() { Threads = threads, DataFingerprint = songs.Corpus.Fingerprint(), StartFrom = from?.Model };
        options = _checkpoints.Read(arguments, options, output);
        options = _samples.Read(arguments, options, recipe, songs.Corpus, songs.Split, output, samples, tunes);
        TrainingResult result = Learn(arguments, recipe, songs.Sequences, options, notes, cancellation);
        OutputFile.Write(output, stream => stream.Write(result.Model.ToBytes()));

        EvaluationRow? baseline = BestBaseline(recipe, songs, threads, output, cancellation);
        FineTuningReport? fineTuning =
            from?.Report(result.Model, songs.Sequences, songs.Split, songs.Before, threads, output, cancellation);
        IReadOnlyList<string> endRemarks = TrainingEnd.Remarks(recipe, result.Model.Summary, baseline);
        TrainDocument document = TrainDocument.Of(result, output, songs.HeldOutTitles) with
        {
            Baseline = BaselineDocument.Of(baseline),
            FineTuning = fineTuning is null ? null : FineTuningDocument.Of(from!, fineTuning),
            Samples = options.ModelEvery > 0 ? samples : null,
            Remarks = [.. songs.Remarks, .. endRemarks],
        };
        if (arguments.GetValue(_json))
        {
            JsonOutput.Write(console, document, TrainJson.Default.TrainDocument);
        }
        else
        {
            IEnumerable<string> lines = TrainingEnd.Lines(recipe, result.Model.Summary, baseline, songs.HeldOutTitles);
            IEnumerable<string> won = fineTuning is null ? [] : FineTuningEnd.Lines(fineTuning);
            string[] all = [ToolConsole.OneLine(document.ToString()), .. lines, .. won, .. TrainingEnd.Samples(samples)];
            Array.ForEach(all, notes.WriteLine);
        }

        ProtocolNotes.Write(notes, endRemarks);
        string again = TypedCommand.Of(arguments, [_report, _json, _checkpoints.Resume]);
        _report.Write(
            arguments,
            $"the model is whole: {output}",
            () => new ReportPage
            {
                Title = $"What {Wording.Count(result.Model.Summary.Songs, "song")} taught a network",
                Lead = "A small neural network has listened to them, and now tells what to expect next in a melody. "
                    + "Here is how well it does.",
                Tunes = [.. tunes!.Select(tune => tune with { Command = again })],
                Training = ReportTraining.Of(recipe, result, baseline),
                FineTuning = fineTuning,
                Songs = new ReportSongs(songs.Corpus) { HeldOutTitles = songs.HeldOutTitles },
                Threads = threads,
                Commands = [new("The same model again", again)],
            },
            notes,
            cancellation);
    }

    /// <summary>The files that the training may write. They can be written, and none of them is one that it reads.</summary>
    private FileRole[] CheckFiles(ParseResult arguments, Recipe recipe, string output)
    {
        _report.Check(arguments);
        FileRole[] written =
        [
            new("the model", output),
            .. _checkpoints.Written(arguments, output),
            .. arguments.GetValue(_log) is { } log ? [new FileRole("the log", log)] : Array.Empty<FileRole>(),
            .. _samples.Written(arguments, recipe, output),
            .. _report.Written(arguments),
        ];
        FilesApart.Check(written, [.. _recipe.FilesRead(arguments), .. _fineTuning.FilesRead(arguments)]);
        OutputNames.RefuseOtherThanModel(output);
        Array.ForEach(written, file => OutputFile.CheckWritable(file.Path));
        return written;
    }

    /// <summary>Reads the songs, says what there is to remark on them, and makes sure that none of them is written over.</summary>
    private SongsToLearn ReadSongs(
        ParseResult arguments,
        ToolConsole console,
        Recipe recipe,
        FineTunedModel? from,
        FileRole[] written,
        int threads,
        CancellationToken cancellation)
    {
        CorpusOptions hearing = new() { Encoding = recipe.Definition.FindEncoding(), MinSteps = recipe.MinSteps, Threads = threads };
        SongCorpus corpus = LoadingOptions.Load(
            console, arguments.GetRequiredValue(_folder), _loading.Read(arguments, hearing), cancellation);
        corpus.RequireSongs();
        FilesApart.CheckSongs(written, corpus);
        ConsoleStream notes = console.Progress(arguments.GetValue(_json));
        notes.WriteLine(Describe(corpus));
        IReadOnlyList<TokenSequence> sequences = corpus.Sequences();
        SongSplit split = recipe.SplitOf(sequences);
        TitleReport titles = TitleReport.Of(corpus);
        SongCorpus? before = from is null ? null : _fineTuning.SongsBefore(arguments, from, corpus, console, _loading, cancellation);
        FilesApart.CheckSongs(written, before);
        IReadOnlyList<string> remarks =
        [
            .. CorpusRemarks.Of(corpus, titles, holdsOut: recipe.Validation.Share > 0),
            .. ProtocolNotes.DividedTwins(corpus, titles, split),
            .. from is null ? [] : FineTuningEnd.Remarks(from, corpus, before),
        ];
        ProtocolNotes.Write(notes, remarks);
        return new SongsToLearn(corpus, sequences, split, corpus.HeldOutTitles(split, titles.Groups), before, remarks);
    }

    /// <summary>Trains, and shows how it goes.</summary>
    private TrainingResult Learn(
        ParseResult arguments,
        Recipe recipe,
        IReadOnlyList<TokenSequence> songs,
        TrainingOptions options,
        ConsoleStream notes,
        CancellationToken cancellation)
    {
        TrainingDisplay display = new(notes, recipe.Steps, options.Time);
        if (recipe.Steps > 0)
        {
            notes.WriteLine(TrainingDisplay.Meaning(recipe.Batch));
        }

        string? path = arguments.GetValue(_log);
        using TrainingLog? log = path is null ? null : new TrainingLog(path, append: options.ResumeFrom is not null);
        return display.Run(() => _checkpoints.Watch(() =>
            Trainer.Train(recipe, songs, options, new TrainingReport(display, log), cancellation)));
    }

    /// <summary>The best baseline on the songs held out. Where it is interrupted, says that the model is there.</summary>
    private static EvaluationRow? BestBaseline(
        Recipe recipe, SongsToLearn songs, int threads, string output, CancellationToken cancellation)
    {
        try
        {
            return ModelEvaluation.BestBaselineOf(recipe.Definition, songs.Sequences, songs.Split, threads, cancellation);
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException($"interrupted; the model is whole: {output}; no baseline stands beside it", error);
        }
    }

    private static string Describe(SongCorpus corpus) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Wording.Count(corpus.Songs.Count, "song")} to learn from, "
        + $"{Wording.Steps(corpus.Steps, corpus.Options.Encoding.StepsPerQuarter)} in all ({Wording.LeftOut(corpus)})");

    /// <summary>What is learned from.</summary>
    /// <param name="Corpus">The songs.</param>
    /// <param name="Sequences">The same as the network hears them.</param>
    /// <param name="Split">Which of them are held out.</param>
    /// <param name="HeldOutTitles">The titles of these.</param>
    /// <param name="Before">The songs that a model to fine-tune came from; null where there is none, or they are not at hand.</param>
    /// <param name="Remarks">What the model will not know, in sentences.</param>
    private sealed record SongsToLearn(
        SongCorpus Corpus,
        IReadOnlyList<TokenSequence> Sequences,
        SongSplit Split,
        IReadOnlyList<string> HeldOutTitles,
        SongCorpus? Before,
        IReadOnlyList<string> Remarks);
}
