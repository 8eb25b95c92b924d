using System.CommandLine;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Originality;

/// <summary><c>tunesmith originality</c>: tells what a song shares with those of a folder, and whether real songs share as much.</summary>
internal sealed class OriginalityCommand : ToolCommand
{
    private static readonly CorpusOptions Defaults = new();

    private readonly Argument<string> _song = SongReading.Argument();
    private readonly Argument<string> _folder = SharedOptions.Folder("The folder of songs to compare it with, or songbook");
    private readonly HearingOptions _hearing = new(Defaults.Encoding.Name);
    private readonly LoadingOptions _loading = new();
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<bool> _json = SharedOptions.Json();

    public OriginalityCommand()
        : base("originality", "Tell what a song shares with the songs of a folder, and whether real songs share as much by accident.")
    {
        Add(_song);
        Add(_folder);
        _hearing.AddTo(this);
        _loading.AddTo(this);
        Add(_threads);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith originality tune.mid songs", "Whether a composed tune is more like the songs of a folder than real songs are."),
        new("tunesmith originality songbook:arirang songbook", "A tune of the songbook, which is found in it, of course."),
        new("tunesmith originality tune.mid songs --voice channel:0 --json", "The melody of one channel, for another program."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_song);
        string folder = arguments.GetRequiredValue(_folder);
        SongFile song = SongReading.Read(path, "originality", console);
        long composedFrom = RecordFiles.ComposedFrom(song, console, "all of the song is judged");
        CorpusOptions hearing = _loading.Read(arguments, new CorpusOptions
        {
            Encoding = _hearing.Read(arguments, Defaults.Encoding),
            MinSteps = 1,
            Threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount,
        });
        ReadingDisplay display = new(console.Error);
        FolderOriginality songs = display.Run(() => FolderOriginality.Load(folder, hearing, display, cancellation));
        OriginalityReport report = Judge(songs, song.Score, path, composedFrom);
        int? judgedFrom = composedFrom == 0 ? null : song.Score.Meters.BarAt(composedFrom, song.Score.TicksPerQuarter);
        OriginalityDocument document = OriginalityDocument.Of(path, songs.Corpus, report) with { JudgedFrom = judgedFrom };
        foreach (string remark in document.Remarks)
        {
            console.Warn(remark);
        }

        if (arguments.GetValue(_json))
        {
            JsonOutput.Write(console, document, OriginalityJson.Default.OriginalityDocument);
        }
        else
        {
            new OriginalityTable(path, songs.Corpus, report, judgedFrom).Write(console.Output);
        }

        return Task.CompletedTask;
    }

    private static OriginalityReport Judge(FolderOriginality songs, Score song, string path, long fromTick)
    {
        try
        {
            return songs.Judge(song, fromTick);
        }
        catch (NoMelodyException error)
        {
            throw new ToolException($"cannot judge {path}: {error.Message}");
        }
    }
}
