using System.CommandLine;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Composing.Provenance;
using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary><c>tunesmith replay</c>: composes a song again by the record that it carries, and compares.</summary>
internal sealed class ReplayCommand : ToolCommand
{
    private const long LongestSong = 256_000_000;
    private const string InNoFile = "the model of a song composed in the middle of a training is in no file";

    private readonly Argument<string> _song = new("SONG") { Description = "A MIDI file that Tunesmith has composed" };
    private readonly Option<string?> _model = new("--model")
    {
        Description = "The model that composed it; otherwise the starter model, which composes where none is named",
        HelpName = "MODEL",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the song that was composed again to this file, whether or not it is the same",
        HelpName = "FILE",
    };

    private readonly Option<string?> _original = new("--song")
    {
        Description = "The song as it was, where compose --vary has written bars of it anew",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public ReplayCommand()
        : base("replay", "Compose a song again, and tell whether it is the same.")
    {
        Add(_song);
        Add(_model);
        Add(_original);
        Add(_output);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith replay tune.mid", "Whether the starter model composes the same song again, byte for byte."),
        new("tunesmith replay tune.mid --model model.safetensors", "The same of a model of one's own."),
        new("tunesmith replay tune.mid --model model.safetensors -o again.mid", "The song as it was when it was new."),
        new(
            "tunesmith replay arirang_1.mid --model model.safetensors --song songbook:arirang",
            "A song of which compose --vary has written bars anew: what else is in it must be as in the song that it was."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_song);
        string? modelPath = arguments.GetValue(_model);
        string? output = arguments.GetValue(_output);
        ReplayedFile.Require(path);
        string? beside = RecordFiles.Beside(path);
        FileRole[] read = modelPath is null ? [new("the song", path)] : [new("the song", path), new("the model", modelPath)];
        FilesApart.Check(output is null ? [] : [new("the song composed again", output)], read);
        MelodyModel model = ModelReading.LoadOrStarter(modelPath);
        if (output is not null)
        {
            OutputNames.RequireMidi(output);
            OutputFile.CheckWritable(output);
        }

        ReplayResult result = Replayed(path, model, beside, OriginalOf(arguments), cancellation);
        if (output is not null && result.Bytes is { } bytes)
        {
            OutputFile.Write(output, stream => stream.Write(bytes));
        }

        string advice = result.Outcome switch
        {
            ReplayOutcome.MissingSong or ReplayOutcome.OtherSong => $"; name it with {_original.Name} FILE",
            ReplayOutcome.OtherModel when modelPath is null =>
                $"; this is {ModelReading.StarterName}, name the other with {_model.Name} MODEL; {InNoFile}",
            ReplayOutcome.OtherModel => $"; {InNoFile}",
            _ => "",
        };
        string message = $"{path}: {result.Message}{advice}";
        if (arguments.GetValue(_json))
        {
            JsonOutput.Write(console, ReplayDocument.Of(path, model, result, output), ReplayJson.Default.ReplayDocument);
        }
        else if (result.IsSame)
        {
            console.Output.WriteLine(ToolConsole.OneLine(message));
        }

        return result.IsSame ? Task.CompletedTask : throw new ToolException(message);
    }

    private Score? OriginalOf(ParseResult arguments) =>
        arguments.GetValue(_original) is { } file ? SongFile.Load(file).Score : null;

    private static ReplayResult Replayed(
        string path, MelodyModel model, string? beside, Score? original, CancellationToken cancellation)
    {
        RequireFile(path, LongestSong);
        if (beside is not null && File.Exists(beside))
        {
            RequireFile(beside, CompositionRecord.MostBytes);
        }

        try
        {
            return SongReplay.Verify(path, model, original, cancellation);
        }
        catch (MidiFormatException error)
        {
            throw ReplayedFile.WhatItIs(path) ?? new ToolException($"cannot read {path}: {error.Message}", error);
        }
    }

    private static void RequireFile(string path, long most)
    {
        FileInfo file = new(path);
        long length = file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
        if (length == 0 || length > most)
        {
            throw new ToolException($"cannot read {path}: it is empty, a pipe or device, or longer than {most} bytes");
        }
    }
}

/// <summary>What <c>tunesmith replay</c> reports.</summary>
/// <param name="Song">The song's file.</param>
/// <param name="Same">Whether it is the same, byte for byte.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Model">The fingerprint of the model.</param>
/// <param name="RecordedModel">That of the model that composed the song; null where there is no record.</param>
/// <param name="Version">The version of Tunesmith.</param>
/// <param name="RecordedVersion">The version that composed the song; null where there is no record.</param>
/// <param name="Output">Where the song composed again was written; null where it was not.</param>
internal sealed record ReplayDocument(
    string Song,
    bool Same,
    ReplayOutcome Outcome,
    string Message,
    string Model,
    string? RecordedModel,
    string Version,
    string? RecordedVersion,
    string? Output)
{
    /// <summary>The report of a replay.</summary>
    public static ReplayDocument Of(string song, MelodyModel model, ReplayResult result, string? output) => new(
        song,
        result.IsSame,
        result.Outcome,
        result.Message,
        model.Fingerprint(),
        result.Record?.Model,
        CompositionRecord.CurrentVersion,
        result.Record?.Version,
        result.Bytes is null ? null : output);
}

/// <summary>JSON of <c>tunesmith replay</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplayDocument))]
internal sealed partial class ReplayJson : JsonSerializerContext;
