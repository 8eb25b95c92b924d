using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Corpus;
using Tunesmith.Experiments;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary><c>tunesmith sweep</c>: searches for a better recipe at random.</summary>
internal sealed class SweepCommand : ToolCommand
{
    private const int LongestText = 1 << 20;
    private const int UsualTrials = 20;

    private readonly Argument<string> _folder = SharedOptions.Songs();

    private readonly Option<string> _space = new("--space")
    {
        Description = "A file with what to try, as JSON: for members of the recipe a list of choices, or a range",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<int?> _trials =
        NumberOption.Create("--trials", $"How many recipes to try; otherwise {UsualTrials}", 1, 1_000_000);
    private readonly Option<string?> _log = new("--log", "-o")
    {
        Description = "Write a line of JSON to this file as soon as a trial is over",
        HelpName = "FILE",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the trials that are in the --log file" };
    private readonly Option<string> _recipe = new("--recipe")
    {
        Description = "What holds where the space does not say: a recipe's name, or a file as train --print-recipe writes it",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => Recipe.LookBack.Name,
    };

    private readonly ProtocolOptions _protocol = new();
    private readonly Option<ulong?> _seed = SharedOptions.Seed("it draws the trials, and is not the recipes' own; otherwise 1");
    private readonly Option<bool> _json = SharedOptions.Json();

    public SweepCommand()
        : base("sweep", "Try recipes drawn at random, each judged on songs that it has not seen.")
    {
        Add(_folder);
        Add(_space);
        Add(_trials);
        Add(_log);
        Add(_resume);
        Add(_recipe);
        _protocol.AddTo(this);
        Add(_seed);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new(
            "tunesmith sweep songs --space space.json --trials 50 -o results.jsonl",
            "With {\"learningRate\": {\"min\": 0.001, \"max\": 0.05, \"scale\": \"log\"}, \"definition.hidden\": [32, 64, [32, 32]]} "
                + "in space.json."),
        new("tunesmith sweep songs --space space.json --trials 100 -o results.jsonl --resume", "Go on after Ctrl-C, or try more."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        Recipe named = RecipeFile.Named(arguments.GetRequiredValue(_recipe));
        int minSteps = _protocol.MinSteps(arguments, named);
        SweepSpace space = ReadSpace(arguments, _protocol.TakePart(arguments, named, minSteps));
        string? log = arguments.GetValue(_log);
        bool resume = arguments.GetValue(_resume);
        CheckLog(arguments, log, resume);
        SongCorpus corpus = _protocol.Load(console, arguments, arguments.GetRequiredValue(_folder), minSteps, cancellation);
        FilesApart.CheckSongs(Logged(log), corpus);
        CrossValidationOptions options = _protocol.Read(arguments);
        Sweep sweep = new(space, corpus, options, arguments.GetValue(_seed) ?? 1);
        using SweepLog? lines = log is null ? null : resume ? SweepLog.Resume(log) : SweepLog.Create(log);
        sweep.RequireSame(lines?.Trials ?? [], log ?? "");

        bool json = arguments.GetValue(_json);
        ConsoleStream notes = console.Progress(json);
        IReadOnlyList<string> remarks = ProtocolNotes.Remarks(corpus, options.Scoring.From);
        ProtocolNotes.Write(notes, remarks);
        ExperimentDisplay display = new(notes, options.Time);
        IReadOnlyList<SweepTrial> trials = Run(sweep, arguments.GetValue(_trials) ?? UsualTrials, lines, log, display, cancellation);
        SweepTrial best = trials.Where(trial => trial.Error is null).MinBy(trial => trial.NatsPerStep)
            ?? throw new ToolException($"every trial failed; the first because of this: {trials[0].Error}");
        if (json)
        {
            JsonOutput.Write(console, new SweepDocument(best.Trial, trials, log, remarks), SweepDocumentJson.Default.SweepDocument);
        }
        else
        {
            SweepTable.Write(console.Output, trials);
        }

        return Task.CompletedTask;
    }

    private static IReadOnlyList<SweepTrial> Run(
        Sweep sweep, int trials, SweepLog? lines, string? log, ExperimentDisplay display, CancellationToken cancellation)
    {
        int saved = lines?.Trials.Count ?? 0;
        try
        {
            return display.Run(() =>
            {
                display.Show(SweepTable.Header);
                return sweep.Run(trials, lines?.Trials ?? [], Save, display, cancellation);
            });
        }
        catch (OperationCanceledException error) when (log is not null)
        {
            throw new InterruptedException($"interrupted; {Wording.Count(saved, "trial")} in {log}; add --resume to go on", error);
        }

        void Save(SweepTrial trial)
        {
            lines?.Add(trial);
            saved++;
            display.Show(SweepTable.Line(trial));
        }
    }

    private SweepSpace ReadSpace(ParseResult arguments, Recipe recipe)
    {
        string path = arguments.GetRequiredValue(_space);
        if (!File.Exists(path))
        {
            throw new ToolException($"there is no space {path}; write one, such as {{\"learningRate\": [0.003, 0.01, 0.03]}}");
        }

        try
        {
            using StreamReader reader = new(path);
            char[] text = new char[LongestText]; // a device may have no end
            return SweepSpace.FromJson(new string(text, 0, reader.ReadBlock(text)), recipe);
        }
        catch (SweepException error)
        {
            throw new ToolException($"cannot use the space {path}: {error.Message}", error);
        }
    }

    private void CheckLog(ParseResult arguments, string? log, bool resume)
    {
        if (log is null)
        {
            if (resume)
            {
                throw new UsageException("--resume goes on with the trials in a file; name it with --log");
            }

            return;
        }

        string recipe = arguments.GetRequiredValue(_recipe);
        FileRole[] recipes = RecipeFile.IsName(recipe) ? [] : [new("the recipe", recipe)];
        FilesApart.Check(Logged(log), [new("the space", arguments.GetRequiredValue(_space)), .. recipes]);
        OutputFile.CheckWritable(log);
        if (!resume && HasContent(log) && !OutputFile.LeadsToDevice(log))
        {
            throw new UsageException($"the file {log} is there already; add --resume to go on with its trials, or name another");
        }
    }

    /// <summary>
    /// Whether a file is there and not empty. A search that was stopped before its first trial was over leaves an empty one.
    /// </summary>
    private static bool HasContent(string log)
    {
        FileInfo file = new(log);
        return file.Exists && ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file) is not { Exists: true, Length: 0 });
    }

    private static FileRole[] Logged(string? log) => log is null ? [] : [new("the log", log)];
}
