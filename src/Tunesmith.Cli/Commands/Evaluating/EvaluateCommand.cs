using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Model;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary><c>tunesmith evaluate</c>: judges a model on songs that it has not seen, and what it composes beside them.</summary>
internal sealed class EvaluateCommand : ToolCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "A model file that tunesmith train has written" };
    private readonly Argument<string> _folder =
        SharedOptions.Folder("A folder of songs to judge it on, or songbook; they are heard as the model's training heard songs");

    private readonly Option<string?> _train = new("--train")
    {
        Description = "The folder of songs that the model learned from, to fit baselines on; otherwise only uniform, which needs no songs",
        HelpName = "FOLDER",
        CompletionSources = { ValueSources.Songbooks },
    };

    private readonly Option<int?> _from = ProtocolOptions.ScoreFrom();
    private readonly Option<int?> _minSteps = SharedOptions.MinSteps("otherwise as in the model's training");
    private readonly LoadingOptions _loading = new();
    private readonly ComposedSongsOptions _composed = new();
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<bool> _json = SharedOptions.Json();

    public EvaluateCommand()
        : base("evaluate", "Judge a model, beside baselines, on songs that it has not seen, and what it composes beside them.")
    {
        Add(_model);
        Add(_folder);
        Add(_train);
        Add(_from);
        Add(_minSteps);
        _loading.AddTo(this);
        _composed.AddTo(this);
        Add(_threads);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith evaluate model.safetensors others --train songs", "How a model of the folder songs does on the folder others."),
        new("tunesmith evaluate model.safetensors songs --songs 100", "How like the folder's songs are those that the model composes."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_model);
        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        StatisticsComparisonOptions? composing = _composed.Read(arguments, threads);
        MelodyModel model = ModelReading.Load(path);
        CorpusOptions learning = _loading.Read(arguments, new CorpusOptions
        {
            Encoding = model.Definition.FindEncoding(),
            MinSteps = ModelReading.RecipeOf(model, path).MinSteps,
            Threads = threads,
        });
        CorpusOptions hearing = learning with { MinSteps = arguments.GetValue(_minSteps) ?? learning.MinSteps };
        string folder = arguments.GetRequiredValue(_folder);
        SongCorpus songs = Load(console, folder, hearing, cancellation);
        SongCorpus? learned = arguments.GetValue(_train) is { } train ? Load(console, train, learning, cancellation) : null;
        ScoringOptions scoring = new() { Threads = hearing.Threads };
        scoring = scoring with { From = arguments.GetValue(_from) ?? scoring.From };
        EvaluationReport report = ModelEvaluation.Run(
            model,
            songs.Sequences(),
            learned?.Sequences(),
            scoring,
            Path.GetFileNameWithoutExtension(path),
            cancellationToken: cancellation);
        StatisticsReport? statistics = composing is null ? null : StatisticsComparison.Run(model, songs, composing, cancellation);

        SongCorpus asLearned = hearing == learning ? songs : LoadingOptions.Load(console, folder, learning, cancellation);
        IReadOnlyList<string> leaks = EvaluationLeaks.Of(model, asLearned, songs, learned);
        string[] remarks = [.. leaks, .. Remarks(model, songs, learned, scoring.From)];
        foreach (string leak in leaks)
        {
            console.Warn(leak);
        }

        bool json = arguments.GetValue(_json);
        ProtocolNotes.Write(console.Progress(json), remarks[leaks.Count..]);
        if (json)
        {
            EvaluationDocument document = EvaluationDocument.Of(report, null, remarks) with
            {
                Statistics = statistics is null ? null : StatisticsDocument.Of(statistics, composing!),
            };
            JsonOutput.Write(console, document, EvaluationJson.Default.EvaluationDocument);
        }
        else
        {
            console.Output.WriteLine($"{Wording.Count(songs.Songs.Count, "song")}, encoding {songs.Options.Encoding.Name}, "
                + $"at least {Wording.Count(hearing.MinSteps, "step")} each ({Wording.LeftOut(songs)})");
            new EvaluationTable(report).Write(console.Output);
            if (statistics is not null)
            {
                new StatisticsTable(statistics).Write(console.Output);
            }
        }

        return Task.CompletedTask;
    }

    private static SongCorpus Load(ToolConsole console, string folder, CorpusOptions options, CancellationToken cancellation)
    {
        SongCorpus corpus = LoadingOptions.Load(console, folder, options, cancellation);
        corpus.RequireSongs();
        return corpus;
    }

    private static IEnumerable<string> Remarks(MelodyModel model, SongCorpus songs, SongCorpus? learned, int from)
    {
        foreach (string remark in ProtocolNotes.TooShort(songs, from))
        {
            yield return remark;
        }

        if (!model.Definition.RestIsToken)
        {
            MelodyEncoding encoding = songs.Options.Encoding;
            int rests = songs.Sequences().Where(song => song.Length > from).Sum(song => song.Tokens[from..].Count(encoding.RestToken));
            yield return $"the model has no token for a rest: {Wording.Count(rests, "step")} of rest {(rests == 1 ? "is" : "are")} heard "
                + "but left out of what is scored, for the baselines too";
        }

        if (learned is null)
        {
            yield return "all other baselines are fitted on songs: name the folder that the model learned from with --train";
        }
        else if (model.DataFingerprint.Length > 0 && model.DataFingerprint != learned.Fingerprint())
        {
            yield return "the songs of --train are not, or no longer, those of the model's training: "
                + "the baselines have learned from others";
        }
    }
}
