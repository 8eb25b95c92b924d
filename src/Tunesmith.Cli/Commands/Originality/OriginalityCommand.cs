using System.CommandLine;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Composing.Provenance;
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
        long composedFrom = ComposedFrom(song, console);
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

    /// <summary>
    /// The tick from which a song was composed, as the record that it carries has it: its primer is a song that was given, and says nothing
    /// of what was made of it. 0 where it carries none, has no primer, or is another's song of which bars were composed anew.
    /// </summary>
    private static long ComposedFrom(SongFile song, ToolConsole console)
    {
        try
        {
            return song.Midi is { } midi
                && CompositionRecord.TryRead(midi, out CompositionRecord? record)
                && record is { Written.WithPrimer: true, IsVariation: false }
                && record.PrimerMelody() is var primer
                    ? (long)primer.Length * song.Score.TicksPerQuarter / primer.StepsPerQuarter
                    : 0;
        }
        catch (CompositionRecordException error)
        {
            console.Warn($"the record that the song carries cannot be read, so that all of the song is judged: {error.Message}");
            return 0;
        }
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
