using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Composing.Options;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Corpus;
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

        int count = _files.Count(arguments);
        ComposedFiles files = _files.Read(arguments, _primer.HasSong(arguments), _choosing.Kept(arguments, count));
        _primer.Check(arguments);
        _live.Check(arguments, count);
        _choosing.Check(arguments, count, _live.IsAskedFor(arguments));
        FileRole[] written = files.Written();
        FilesApart.Check(written, FilesRead(arguments));
        (MelodyModel model, Recipe recipe) = ReadModel(arguments);
        Array.ForEach(written, file => OutputFile.CheckWritable(file.Path));
        RecordFiles.CheckReplaceable(files.Songs);

        ulong seed = arguments.GetValue(_seed) ?? (ulong)Random.Shared.Next();
        CorpusOptions hearing = new() { Encoding = model.Definition.FindEncoding(), MinSteps = recipe.MinSteps };
        IReadOnlyList<PrimerSong> primers = _primer.Read(arguments, model, hearing, seed, count, cancellation);
        FilesApart.CheckSongs(written, primers[0].Corpus);
        PrimerOptions.Warn(console, primers[0]);
        JudgingSongs? judging = _choosing.FindSongs(arguments, primers[0], model, hearing, cancellation);
        FilesApart.CheckSongs(written, judging?.Corpus);

        WrittenForm form = _form.Read(arguments);
        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        Composer composer = new(model);
        Melody[] beginnings = [.. primers.Select(song => song.Primer)];
        CompositionOptions options = OptionsOf(arguments, composer, beginnings, seed, console);
        if (_live.IsAskedFor(arguments))
        {
            await _live.PlayAsync(
                composer.StreamNotesAsync(primers[0].Primer, options, form, cancellation), console.Output, cancellation);
        }

        IReadOnlyList<ChosenSong> songs =
            _choosing.Compose(arguments, composer, primers, options, (judging, model), threads, cancellation);
        ComposedForm recurring = ComposedForm.Of(songs.Select(song => song.Song), primers[0].Index is null ? null : primers[0].Corpus);
        Write(files, songs, form, threads, cancellation);
        bool json = arguments.GetValue(_json);
        if (files.Probabilities is { } table)
        {
            OutputFile.Write(
                table, stream => ProbabilityFile.Write(stream, table, composer.OutcomeNames, songs[0].Song, composer.Encoding));
            console.Progress(json).Draw(new ProbabilityChart(composer.OutcomeNames, ProbabilityTable.Average(songs[0].Song)));
        }

        if (judging is not null)
        {
            songs = [.. songs.Select(song => song with { Originality = judging.OriginalityOf(song.Song, form.WithPrimer) })];
        }

        ComposeDocument[] documents =
            [.. songs.Select((song, index) => ComposeDocument.Of(song, files, index, form, recurring))];
        Tell(documents, recurring, json, isList: _files.HasCount(arguments), _live.IsAskedFor(arguments), console);
        _files.Report.Write(
            arguments,
            $"{Wording.Count(files.Songs.Count, "song")} {(files.Songs.Count == 1 ? "is" : "are")} whole",
            () => new ComposePage(model, recipe, composer.OutcomeNames, judging, form).Of(
                [.. songs.Select((song, index) => (
                    song, files.Songs[index], _files.Again(arguments, song.FirstSeed, files.Songs[index], _seed, _json, _choosing.Best)))],
                threads),
            console.Progress(json),
            cancellation);
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

    /// <summary>Writes each song with its record, and the whole one that it starts from.</summary>
    private static void Write(
        ComposedFiles files,
        IReadOnlyList<ChosenSong> songs,
        WrittenForm form,
        int threads,
        CancellationToken cancellation)
    {
        List<(string File, Score Song)> saved = [];
        for (int index = 0; index < songs.Count; index++)
        {
            RecordFiles.Save(files.Songs[index], songs[index].Song, form, songs[index].Primer.RecordName);
            saved.Add((files.Songs[index], songs[index].Song.ToScore(form)));
            if (files.HasBase)
            {
                Score whole = form.ApplyTo(songs[index].Song.Encoding.Write(songs[index].Primer.Melody));
                OutputFile.Write(files.BaseSongs[index], stream => stream.Write(whole.ToMidi().ToBytes()));
                saved.Add((files.BaseSongs[index], whole));
            }
        }

        files.Sound(saved, threads, cancellation);
    }

    private static void Tell(ComposeDocument[] documents, ComposedForm form, bool json, bool isList, bool isLive, ToolConsole console)
    {
        if (json && isList)
        {
            JsonOutput.Write(console, new ComposeDocuments(documents), ComposeJson.Default.ComposeDocuments);
        }
        else if (json)
        {
            JsonOutput.Write(console, documents[0], ComposeJson.Default.ComposeDocument);
        }
        else
        {
            ConsoleStream notes = console.Progress(isLive); // what was played stands on standard output alone
            foreach (ComposeDocument document in documents)
            {
                notes.WriteLine(ToolConsole.OneLine(document.ToString()));
                foreach (string reason in document.Reasons())
                {
                    notes.WriteLine("  " + ToolConsole.OneLine(reason));
                }
            }

            if (form.InWords(documents.Length) is { Length: > 0 } sentence)
            {
                notes.WriteLine(sentence);
            }
        }
    }

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
