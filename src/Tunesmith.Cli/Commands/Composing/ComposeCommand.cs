using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Composing.Options;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary><c>tunesmith compose</c>: writes a new song with a model.</summary>
internal sealed partial class ComposeCommand : ToolCommand
{
    private readonly Argument<string?> _model = new("MODEL")
    {
        Description = "A model that tunesmith train has written; otherwise the starter model, which knows the songbook",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly ComposedFileOptions _files = new();
    private readonly PrimerOptions _primer = new();
    private readonly LengthOptions _length = new();
    private readonly Option<string> _context = SharedOptions.Choice(
        "--context", "What a step depends on: the whole song so far, or the last training window alone as in the lab", "stream", "window");

    private readonly SamplingOptions _sampling = new();
    private readonly ConstraintOptions _constraints = new();
    private readonly ChoosingOptions _choosing = new();
    private readonly VaryOptions _vary = new();
    private readonly WrittenFormOptions _form = new();
    private readonly LiveOption _live;
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise one is drawn and shown");
    private readonly Option<bool> _json = SharedOptions.Json();

    public ComposeCommand()
        : this(TimeProvider.System)
    {
    }

    /// <summary>The command by another clock.</summary>
    internal ComposeCommand(TimeProvider time)
        : base("compose", "Write a new song with a model.")
    {
        _live = new LiveOption(time);
        Add(_model);
        Add(_files.Output);
        Add(_seed);
        Under("What it begins with");
        _primer.AddTo(this);
        Under("How long it becomes");
        _length.AddTo(this);
        Under("How boldly it is drawn");
        _sampling.AddTo(this);
        Add(_context);
        Under("What it keeps to");
        _constraints.AddTo(this);
        Under("How many, and which are kept");
        Add(_files.Songs);
        _choosing.AddTo(this);
        Under("Some bars of a song anew");
        _vary.AddTo(this);
        Under("How it is written");
        _form.AddTo(this);
        _files.AddTo(this);
        Under("The run");
        Add(_live);
        Add(_threads);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new(
            "tunesmith compose --primer songbook:arirang --seed 1 -o tune.mid",
            "Without a model of one's own: the starter model has learned the songbook."),
        new(
            "tunesmith compose model.safetensors --corpus songs --primer-song 41 --seed 7 -o generated/gen_song_0.mid",
            "Go on from the beginning of song 41 of the folder, as the lab does."),
        new(
            "tunesmith compose model.safetensors --corpus songs --count 8 --seed 1 -o ideas/tune_0.mid",
            "Eight songs at once, each from a song of the folder drawn for it: tune_0.mid to tune_7.mid."),
        new(
            "tunesmith compose model.safetensors --primer my-idea.mid -o tune.mid --temperature 0.8",
            "Go on from the beginning of a file."),
        new(
            "tunesmith compose model.safetensors --notes \"C4 D4 E4:2 R G4\" --bars 16 --tempo 100 --program violin -o tune.mid",
            "Sixteen bars after notes of your own, for a violin."),
        new(
            "tunesmith compose model.safetensors --meter 6/8 --bars 16 -o jig.mid",
            "Sixteen bars from nothing."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang -o tune.mid --wav",
            "The song as tune.mid and, to listen to, as tune.wav."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang -o tune.mid "
                + "--key \"G major\" --range D4..D6 --max-leap 9 --end-on tonic",
            "In G major between D4 and D6, without leaps of more than a sixth, and home at the end."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang -o tune.mid --rhythm-from songbook:arirang --top-p 0.9",
            "New notes to the rhythm of a song."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang --bars 16 --count 32 --best 3 --original 90 -o tune_1.mid",
            "The three best of 32 songs, none of them more like other songs than 90 of 100 real ones are."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang --vary 5-8 --count 3 -o arirang_1.mid",
            "Three ways to write bars 5 to 8 of a song anew; all else of it stays."),
    ];

    /// <inheritdoc/>
    public override async Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        _vary.Check(arguments, _primer.File(arguments));
        if (_vary.IsAskedFor(arguments))
        {
            Vary(arguments, console, cancellation);
            return;
        }

        await ComposeAsync(arguments, console, cancellation);
    }

    /// <summary>How the command line asks to compose.</summary>
    private CompositionOptions OptionsOf(
        ParseResult arguments, Composer composer, IReadOnlyList<Melody> primers, ulong seed, ToolConsole console)
    {
        Melody? rhythm = _constraints.ReadRhythm(arguments, composer.Encoding, console);
        CompositionOptions options = ChoicesOf(arguments, composer, rhythm, primers, console) with
        {
            Seed = seed,
            KeepProbabilities = _files.KeepProbabilities(arguments),
        };
        return _length.Read(arguments, options, primers, rhythm);
    }

    /// <summary>What the command line asks of every step.</summary>
    private CompositionOptions ChoicesOf(
        ParseResult arguments, Composer composer, Melody? rhythm, IReadOnlyList<Melody> primers, ToolConsole console) => new()
        {
            Context = arguments.GetRequiredValue(_context) == "window" ? ComposingContext.Window : ComposingContext.Stream,
            Sampling = _sampling.Read(arguments, composer.Encoding),
            Constraints = _constraints.Read(arguments, rhythm, primers, console),
        };

    /// <summary>The files that composing reads.</summary>
    private FileRole[] FilesRead(ParseResult arguments) =>
    [
        .. arguments.GetValue(_model) is { } model ? [new FileRole("the model", model)] : Array.Empty<FileRole>(),
        .. _primer.FilesRead(arguments),
        .. _constraints.FilesRead(arguments),
    ];

    /// <summary>The model that is named, or the one that comes along.</summary>
    private (MelodyModel Model, Recipe Recipe) ReadModel(ParseResult arguments)
    {
        string? path = arguments.GetValue(_model);
        string beginWith = $"to begin with it: tunesmith compose --primer {TypedCommand.Quoted(path ?? "")}";
        MelodyModel model = ModelReading.LoadOrStarter(path, beginWith);
        return (model, ModelReading.RecipeOf(model, path ?? ModelReading.StarterName));
    }
}
