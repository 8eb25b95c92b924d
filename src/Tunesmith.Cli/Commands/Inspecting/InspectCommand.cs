using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary><c>tunesmith inspect</c>: tells what a folder of songs gives to learn from, or what is in one song.</summary>
internal sealed class InspectCommand : ToolCommand
{
    private static readonly CorpusOptions Defaults = new();

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A folder of songs or one song; a folder is searched with its subfolders for .mid, .midi, .kar, .smf and .abc files, "
            + "FILE.abc#12 is one tune of an ABC file, songbook the tunes that come with Tunesmith, and songbook:NAME one of them",
        HelpName = "PATH",
        CompletionSources = { ValueSources.Songbooks, ValueSources.Tunes },
    };

    private readonly HearingOptions _hearing = new(Defaults.Encoding.Name);
    private readonly Option<int?> _minSteps = SharedOptions.MinSteps(HearingOptions.MinStepsInWords);
    private readonly LoadingOptions _loading = new();
    private readonly Option<bool> _melody = new("--melody")
    {
        Description = "Show the melodies whole, of a folder those of every song; in JSON as a MIDI pitch for each step, -1 for a rest",
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public InspectCommand()
        : base("inspect", "Tell what is in a folder of songs, or in one song.")
    {
        Add(_path);
        _hearing.AddTo(this);
        Add(_minSteps);
        _loading.AddTo(this);
        Add(_melody);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith inspect songs", "How many songs of a folder are learned from, and why the others are not."),
        new("tunesmith inspect songs/tune.mid", "What is in one song, with its melody as a piano roll."),
        new("tunesmith inspect reels.abc", "Which tunes of an ABC file are learned from; a tune alone is reels.abc#12."),
        new("tunesmith inspect songbook", "The tunes that come with Tunesmith; one alone is songbook:arirang."),
        new(
            "tunesmith inspect songs --voice highest --grid 12",
            "The highest notes of all tracks, on a grid that has triplets too."),
        new("tunesmith inspect songs --encoding lab", "The same as the lab hears and keeps songs."),
        new("tunesmith inspect songs --json --melody", "The melodies themselves, for another program."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_path);
        MelodyEncoding encoding = _hearing.Read(arguments, Defaults.Encoding);
        CorpusOptions hearing = _loading.Read(arguments, new CorpusOptions
        {
            Encoding = encoding,
            MinSteps = arguments.GetValue(_minSteps) ?? HearingOptions.UsualMinSteps(encoding),
        });
        SongCorpus corpus = LoadingOptions.Load(console, path, hearing, cancellation);
        bool json = arguments.GetValue(_json);
        bool withMelody = arguments.GetValue(_melody);
        if (!SongPath.Parse(path).IsFolder && corpus.Files.Count == 1)
        {
            InspectSong(path, corpus, console, json, withMelody);
        }
        else
        {
            InspectFolder(corpus, console, json, withMelody);
        }

        return Task.CompletedTask;
    }

    private static void InspectFolder(SongCorpus corpus, ToolConsole console, bool json, bool withMelody)
    {
        if (corpus.Files.Count == 0)
        {
            corpus.RequireSongs(); // says that there is none
        }

        CorpusReport report = CorpusReport.Of(corpus);
        if (json)
        {
            JsonOutput.Write(console, FolderDocument.Of(corpus, report, withMelody), InspectJson.Default.FolderDocument);
        }
        else
        {
            new FolderReport(corpus, report).Write(console.Output, withMelody);
        }
    }

    private static void InspectSong(string path, SongCorpus corpus, ToolConsole console, bool json, bool withMelody)
    {
        CorpusFile heard = corpus.Files[0];
        if (heard.Facts is null || heard.LeftOut?.Cause == CorpusCause.BreaksFormat)
        {
            throw new ToolException($"cannot read {path}: {heard.LeftOut!.Message}");
        }

        SongFile file = SongFile.Load(path);
        if (json)
        {
            JsonOutput.Write(console, SongDocument.Of(file, heard, corpus.Options, withMelody), InspectJson.Default.SongDocument);
        }
        else
        {
            new SongReport(file, heard, corpus.Options).Write(console.Output, withMelody);
        }
    }
}
