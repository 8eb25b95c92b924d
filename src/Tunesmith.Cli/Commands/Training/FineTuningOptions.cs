using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>The options by which a model learns on from other songs, and what is found out about what it has kept.</summary>
internal sealed class FineTuningOptions
{
    private readonly Option<string?> _from = new("--from")
    {
        Description = "A model to fine-tune: its weights, encoding and recipe are where this training begins; "
            + "otherwise all is learned anew",
        HelpName = "MODEL",
    };

    private readonly Option<string?> _fromSongs = new("--from-songs")
    {
        Description = "With --from, the songs that this model learned from, to see how much of them it forgets; "
            + $"otherwise {Songbook.Name} where it learned from that",
        HelpName = "FOLDER",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_fromSongs);
    }

    /// <summary>The model to fine-tune; null where none is named.</summary>
    /// <exception cref="UsageException">Songs are named without a model.</exception>
    /// <exception cref="ToolException">The model cannot be read.</exception>
    public FineTunedModel? Read(ParseResult arguments)
    {
        string? path = arguments.GetValue(_from);
        if (path is null && arguments.GetValue(_fromSongs) is not null)
        {
            throw new UsageException("--from-songs is with a model to fine-tune, and none is named; add --from MODEL");
        }

        return path is null ? null : new FineTunedModel(path, ModelReading.Load(path));
    }

    /// <summary>The model file that is read, or none.</summary>
    public FileRole[] FilesRead(ParseResult arguments) =>
        arguments.GetValue(_from) is { } path ? [new("the model to fine-tune", path)] : [];

    /// <summary>The songs that the model came from.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="model">The model.</param>
    /// <param name="songs">The songs to learn now.</param>
    /// <param name="console">The streams of the command.</param>
    /// <param name="loading">Which songs are let in.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>The songs; null where the command line does not name them and they are neither the songbook nor the new ones.</returns>
    public SongCorpus? SongsBefore(
        ParseResult arguments,
        FineTunedModel model,
        SongCorpus songs,
        ToolConsole console,
        LoadingOptions loading,
        CancellationToken cancellation)
    {
        string fingerprint = model.Model.DataFingerprint;
        string? named = arguments.GetValue(_fromSongs);
        if (named is null && fingerprint == songs.Fingerprint())
        {
            return songs;
        }

        CorpusOptions hearing = loading.Read(arguments, songs.Options with { MinSteps = model.Recipe.MinSteps });
        SongCorpus before = LoadingOptions.Load(console, named ?? Songbook.Name, hearing, cancellation);
        if (named is not null)
        {
            before.RequireSongs();
            return before;
        }

        return before.Songs.Count > 0 && before.Fingerprint() == fingerprint ? before : null;
    }
}

/// <summary>A model to fine-tune.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Model">The model.</param>
internal sealed record FineTunedModel(string Path, MelodyModel Model)
{
    /// <summary>The recipe that it was trained by, for its own definition.</summary>
    public Recipe Recipe { get; } = ModelReading.RecipeOf(Model, Path) with { Definition = Model.Definition };

    /// <summary>The recipe to fine-tune it by, where nobody says otherwise.</summary>
    /// <exception cref="ToolException">It does not tell its recipe.</exception>
    public Recipe RecipeToLearnOn => Model.RecipeJson.Length > 0
        ? Recipe.ForFineTuning(Model)
        : throw new ToolException($"the model {Path} does not tell its recipe; name one with --recipe");

    /// <summary>What fine-tuning has won and lost.</summary>
    /// <param name="after">What came of it.</param>
    /// <param name="songs">The songs that it learned now.</param>
    /// <param name="split">Which of them were held out.</param>
    /// <param name="before">The songs that it came from; null where they are not at hand.</param>
    /// <param name="threads">How many threads score.</param>
    /// <param name="output">Where the model is, whole.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="InterruptedException">It was stopped; says that the model is there.</exception>
    public FineTuningReport Report(
        MelodyModel after,
        IReadOnlyList<TokenSequence> songs,
        SongSplit split,
        SongCorpus? before,
        int threads,
        string output,
        CancellationToken cancellation)
    {
        try
        {
            return new FineTuningReport(Score(split.HeldOutOf(songs), JudgedSongs.HeldOut), before is null ? null : ScoreKept(before))
            {
                IsUnchanged = after.Summary.HeldOut?.Step < 0,
            };
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException($"interrupted; the model is whole: {output}; how it was before does not stand beside it", error);
        }

        FineTuningScore? ScoreKept(SongCorpus corpus)
        {
            (IReadOnlyList<TokenSequence> kept, JudgedSongs which) = FineTuning.SongsToKeep(Model, corpus);
            return Score(kept, which);
        }

        FineTuningScore? Score(IReadOnlyList<TokenSequence> judged, JudgedSongs which) =>
            FineTuning.Score(Model, after, judged, which, threads, cancellation);
    }
}
