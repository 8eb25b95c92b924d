using System.CommandLine;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Corpus;
using Tunesmith.Music.Abc;

namespace Tunesmith.Cli.Commands.Songs;

/// <summary><c>tunesmith convert</c>: writes a song in another format.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly Argument<string> _song = SongReading.Argument();

    private readonly Option<string> _output = SharedOptions.Output("The song to write: FILE.abc or FILE.mid; folders on the way are made");
    private readonly Option<bool> _json = SharedOptions.Json();

    public ConvertCommand()
        : base("convert", "Write a song as ABC or as MIDI.")
    {
        _output.Required = true;
        Add(_song);
        Add(_output);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith convert tune.mid -o tune.abc", "The notes of a MIDI file to read, sing and edit."),
        new("tunesmith convert reels.abc#12 -o reel.mid", "Tune 12 of an ABC file as MIDI."),
        new("tunesmith convert songbook:arirang -o arirang.mid", "A tune of the songbook."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_song);
        string output = arguments.GetRequiredValue(_output);
        bool toAbc = IsAbc(output);
        FilesApart.Check([new FileRole("the song", output)], FilesApart.OfSong("the song to convert", path));
        OutputFile.CheckWritable(output);
        if (SongPath.Parse(path) is { IsFolder: true, IsInSongbook: false })
        {
            throw new ToolException($"convert takes one song, but {path} is a folder; name a file in it");
        }

        SongFile song = SongFile.Load(path);
        List<string> notes = [.. song.Tune is { } tune ? tune.Warnings.Select(warning => warning.Message) : []];
        if (song.OtherTunes > 0)
        {
            string tunes = Wording.Count(song.OtherTunes + 1, "tune");
            notes.Add($"the first of {tunes} that can be read is taken; FILE.abc#NUMBER or #TITLE takes another");
        }

        if (toAbc)
        {
            AbcWriting abc = Attempt(path, () => song.Score.ToAbc(song.Title));
            notes.AddRange(abc.Losses);
            OutputFile.WriteText(output, abc.Text);
        }
        else
        {
            byte[] midi = Attempt(path, () => song.Score.ToMidi().ToBytes());
            OutputFile.Write(output, stream => stream.Write(midi));
        }

        notes.ForEach(console.Warn);
        int count = song.Score.Tracks.Sum(track => track.Notes.Count);
        if (arguments.GetValue(_json))
        {
            JsonOutput.Write(console, new ConvertDocument(output, song.Title, count, [.. notes]), ConvertJson.Default.ConvertDocument);
        }
        else
        {
            console.Output.WriteLine(ToolConsole.OneLine($"wrote {song.Title}, {Wording.Count(count, "note")}: {output}"));
        }

        return Task.CompletedTask;
    }

    private static bool IsAbc(string output) => Path.GetExtension(output).ToLowerInvariant() switch
    {
        ".abc" => true,
        ".mid" or ".midi" => false,
        _ => throw new UsageException($"--output takes a name that ends in .abc or .mid, not {output}"),
    };

    private static T Attempt<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (InvalidOperationException error)
        {
            throw new ToolException($"cannot convert {path}: {error.Message}", error);
        }
    }
}

/// <summary>What <c>tunesmith convert --json</c> reports.</summary>
/// <param name="Song">The file that was written.</param>
/// <param name="Title">The song's title.</param>
/// <param name="Notes">How many notes it has.</param>
/// <param name="Remarks">Where what was read breaks its format, and what the new format does not say.</param>
internal sealed record ConvertDocument(string Song, string Title, int Notes, string[] Remarks);

/// <summary>JSON of <c>tunesmith convert</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConvertDocument))]
internal sealed partial class ConvertJson : JsonSerializerContext;
