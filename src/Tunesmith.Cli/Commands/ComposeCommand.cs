using System.CommandLine;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Composing;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands;

/// <summary><c>tunesmith compose</c>: writes a new song with a model.</summary>
internal sealed class ComposeCommand : ToolCommand
{
    private const string DefaultOutput = "generated/gen_song_0.mid";

    private readonly Argument<string> _model = new("MODEL") { Description = "A model that tunesmith train has written" };
    private readonly Option<string> _output = SharedOptions.Output($"The song to write; otherwise {DefaultOutput}");
    private readonly PrimerOptions _primer = new();
    private readonly Option<int?> _steps =
        NumberOption.Create("--steps", "Steps to compose; otherwise 500, or as many as --rhythm-from has", 0, CompositionOptions.MostSteps);
    private readonly Option<string> _context = SharedOptions.Choice(
        "--context", "What a step depends on: the whole song so far, or the last training window alone as in the lab", "stream", "window");

    private readonly SamplingOptions _sampling = new();
    private readonly ConstraintOptions _constraints = new();
    private readonly Option<bool> _withoutPrimer = new("--without-primer") { Description = "Leave the primer out of the song" };
    private readonly Option<string?> _probabilities = new("--probabilities")
    {
        Description = "Write the predicted distribution at every step to this file, as CSV or, where it ends in .svg, as a heat map; "
            + "show their average",
        HelpName = "FILE",
    };

    private readonly Option<int?> _count = NumberOption.Create(
        "--count", "Compose N songs at once, song i with the seed plus i, into files that count up; otherwise one", 1, SongNames.Most);

    private readonly Option<bool> _wav = SoundFiles.Option("Make each song, and the one it starts from, a sound file beside it as well");
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise one is drawn and shown");
    private readonly ReportOption _report = new("Write the songs to this file as one page to open: to hear, to see, and to take away");
    private readonly Option<bool> _json = SharedOptions.Json();

    public ComposeCommand()
        : base("compose", "Write a new song with a model.")
    {
        _output.DefaultValueFactory = _ => DefaultOutput;
        Add(_model);
        Add(_output);
        _primer.AddTo(this);
        Add(_steps);
        Add(_context);
        _sampling.AddTo(this);
        _constraints.AddTo(this);
        Add(_withoutPrimer);
        Add(_probabilities);
        Add(_count);
        Add(_wav);
        Add(_threads);
        Add(_seed);
        Add(_report);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
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
            "tunesmith compose model.safetensors --primer songbook:arirang -o tune.mid --wav",
            "The song as tune.mid and, to listen to, as tune.wav."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang -o tune.mid --key \"G major\" --range D4..D6 --max-leap 9 --end-on tonic",
            "In G major between D4 and D6, without leaps of more than a sixth, and home at the end."),
        new(
            "tunesmith compose model.safetensors --primer songbook:arirang -o tune.mid --rhythm-from songbook:arirang --top-p 0.9",
            "New notes to the rhythm of a song."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        int count = arguments.GetValue(_count) ?? 1;
        string output = arguments.GetRequiredValue(_output);
        OutputFile.CheckWritable(output); // the name that others count up from; a folder is none
        string[] outputs = SongNames.Of(output, count);
        string[] baseOutputs = [.. outputs.Select(SongNames.BaseBeside)];
        string? probabilities = arguments.GetValue(_probabilities);
        bool json = arguments.GetValue(_json);
        string modelPath = arguments.GetRequiredValue(_model);
        _primer.Check(arguments);
        _report.Check(arguments);
        if (probabilities is not null && count > 1)
        {
            throw new UsageException("--probabilities is for one song; leave --count out");
        }

        FileRole[] written =
        [
            .. outputs.Select(output => new FileRole("the song", output)),
            .. baseOutputs.Select(output => new FileRole("the whole primer song", output)),
            .. _report.Written(arguments),
        ];
        written = probabilities is null ? written : [.. written, new FileRole("the table of probabilities", probabilities)];
        bool wav = arguments.GetValue(_wav);
        string[] songFiles = [.. outputs, .. baseOutputs];
        written = wav ? [.. written, .. songFiles.Select(song => new FileRole("the sound", SoundFiles.Beside(song)))] : written;
        FileRole[] read = [new("the model", modelPath)];
        FileRole[] primer = _primer.File(arguments) is { } file ? FilesApart.OfSong("the primer", file) : [];
        FileRole[] rhythmFile = _constraints.RhythmFile(arguments) is { } rhythmOf ? FilesApart.OfSong("the rhythm", rhythmOf) : [];
        FilesApart.Check(written, [.. read, .. primer, .. rhythmFile]);
        MelodyModel model = ModelReading.Load(modelPath);
        Recipe recipe = ModelReading.RecipeOf(model, modelPath);
        Array.ForEach(written, file => OutputFile.CheckWritable(file.Path));

        ulong seed = arguments.GetValue(_seed) ?? (ulong)Random.Shared.Next();
        IReadOnlyList<PrimerSong> songs = _primer.Read(arguments, model, recipe, seed, count, cancellation);
        FilesApart.CheckSongs(written, songs[0].Corpus);
        if (songs[0].Unheard is { } unheard)
        {
            console.Warn($"of {songs[0].Name} only {Wording.Count(songs[0].Melody.Length, "step")} can be heard: {unheard}");
        }

        if (songs[0].OtherTunes > 0)
        {
            string tunes = Wording.Count(songs[0].OtherTunes + 1, "tune");
            console.Warn($"{songs[0].Name} is taken of {tunes}; FILE.abc#NUMBER or #TITLE takes another");
        }

        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        Composer composer = new(model);
        Melody[] primers = [.. songs.Select(song => composer.PrimerOf(song.Melody))];
        MelodyEncoding encoding = model.Definition.FindEncoding();
        Melody? rhythm = _constraints.ReadRhythm(arguments, encoding);
        IReadOnlyList<Composition> compositions = composer.ComposeMany(
            primers,
            new CompositionOptions
            {
                Steps = StepsAfter(primers.MaxBy(primer => primer.Length)!, arguments, rhythm),
                Seed = seed,
                Context = arguments.GetRequiredValue(_context) == "window" ? ComposingContext.Window : ComposingContext.Stream,
                Sampling = _sampling.Read(arguments, encoding),
                Constraints = _constraints.Read(arguments, rhythm, primers, console),
                KeepProbabilities = probabilities is not null
                    || (_report.IsAskedFor(arguments) && count <= ComposePage.MostPredictions),
            },
            threads,
            cancellation);

        bool withoutPrimer = arguments.GetValue(_withoutPrimer);
        ComposedForm form = ComposedForm.Of(compositions, songs[0].Index is null ? null : songs[0].Corpus);
        ComposeDocument[] documents = new ComposeDocument[count];
        Score[] scores =
            [.. compositions.Select(song => song.ToScore(!withoutPrimer)), .. songs.Select(song => encoding.Write(song.Melody))];
        for (int index = 0; index < count; index++)
        {
            Composition composition = compositions[index];
            Save(outputs[index], scores[index]);
            Save(baseOutputs[index], scores[count + index]);
            documents[index] = ComposeDocument.Of(composition, songs[index], outputs[index], baseOutputs[index], !withoutPrimer, form) with
            {
                Sound = wav ? SoundFiles.Beside(outputs[index]) : null,
                BaseSound = wav ? SoundFiles.Beside(baseOutputs[index]) : null,
            };
        }

        if (probabilities is not null)
        {
            OutputFile.Write(
                probabilities,
                stream => ProbabilityFile.Write(stream, probabilities, composer.OutcomeNames, compositions[0], encoding));
            console.Progress(json).Draw(new ProbabilityChart(composer.OutcomeNames, ProbabilityTable.Average(compositions[0])));
        }

        if (wav)
        {
            Sound(songFiles, scores, threads, cancellation);
        }

        if (json && arguments.GetValue(_count) is not null)
        {
            JsonOutput.Write(console, new ComposeDocuments(documents), ComposeJson.Default.ComposeDocuments);
        }
        else if (json)
        {
            JsonOutput.Write(console, documents[0], ComposeJson.Default.ComposeDocument);
        }
        else
        {
            Array.ForEach(documents, document => console.Output.WriteLine(ToolConsole.OneLine(document.ToString())));
            if (form.ToString() is { Length: > 0 } sentence)
            {
                console.Output.WriteLine(sentence);
            }
        }

        _report.Write(
            arguments,
            $"{Wording.Count(count, "song")} {(count == 1 ? "is" : "are")} whole",
            () => new ComposePage(model, recipe, composer.OutcomeNames, form.Corpus?.Share, !withoutPrimer).Of(
                [.. compositions.Select((song, index) => (song, songs[index], outputs[index], Again(arguments, song, outputs[index])))],
                threads),
            console.Progress(json),
            cancellation);
        return Task.CompletedTask;
    }

    private int StepsAfter(Melody primer, ParseResult arguments, Melody? rhythm)
    {
        int most = CompositionOptions.MostSteps - primer.Length;
        int steps = arguments.GetValue(_steps) ?? (rhythm is null ? new CompositionOptions().Steps : Math.Min(rhythm.Length, most));
        if (steps > rhythm?.Length)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"--steps takes at most {rhythm.Length} steps, as many as --rhythm-from has, not {steps}"));
        }

        return steps <= most
            ? steps
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"--steps takes at most {most} after a primer of {primer.Length} steps, not {steps}"));
    }

    /// <summary>The command line that composes one of the songs again.</summary>
    private string Again(ParseResult arguments, Composition song, string output) => TypedCommand.Of(
        arguments,
        [_count, _report, _probabilities, _json],
        (_seed, song.Options.Seed.ToString(CultureInfo.InvariantCulture)),
        (_output, output));

    /// <summary>Makes the songs sound. Where it is interrupted, says that they are there.</summary>
    private static void Sound(string[] songs, Score[] scores, int threads, CancellationToken cancellation)
    {
        try
        {
            SoundFiles.Write(songs.Zip(scores, (song, score) => (SoundFiles.Beside(song), score)), threads, cancellation);
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException(
                $"interrupted; {Wording.Count(songs.Length, "song")} are whole, their sounds may be missing", error);
        }
    }

    private static void Save(string path, Score song) => OutputFile.Write(path, stream => stream.Write(song.ToMidi().ToBytes()));
}
