using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Programs;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Songs;

/// <summary><c>tunesmith render</c>: makes a song a sound file.</summary>
internal sealed class RenderCommand : ToolCommand
{
    private static readonly RenderOptions Defaults = new();

    private readonly ProgramPath _programs;
    private readonly Argument<string> _song = SongReading.Argument();
    private readonly Option<string> _output = SharedOptions.Output("The sound to write: FILE.wav; folders on the way are made");
    private readonly Option<int?> _rate = NumberOption.Create(
        "--rate", $"Samples a second in each channel; otherwise {Defaults.SampleRate:#,0}", 8_000, 192_000);

    private readonly Option<bool> _mono = new("--mono") { Description = "One channel instead of two" };
    private readonly EngineOptions _engine = new();
    private readonly Option<bool> _json = SharedOptions.Json();

    public RenderCommand()
        : this(ProgramPath.OfProcess())
    {
    }

    /// <summary>The command where programs are looked for in certain places.</summary>
    internal RenderCommand(ProgramPath programs)
        : base("render", "Make a song a sound file.")
    {
        _programs = programs;
        _output.Required = true;
        Add(_song);
        Add(_output);
        Add(_rate);
        Add(_mono);
        _engine.AddTo(this);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith render tune.mid -o tune.wav", "The song as anything can play it."),
        new("tunesmith render reels.abc#12 -o reel.wav --rate 22050 --mono", "Tune 12 of an ABC file, as a smaller file."),
        new("tunesmith render songbook:arirang -o arirang.wav", "A tune of the songbook."),
        new(
            "tunesmith render tune.mid -o tune.wav --engine fluidsynth --soundfont FluidR3_GM.sf2",
            "Played by FluidSynth on recorded instruments, where both are there."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_song);
        string output = arguments.GetRequiredValue(_output);
        bool json = arguments.GetValue(_json);
        RenderOptions options = new() { SampleRate = arguments.GetValue(_rate) ?? Defaults.SampleRate, Mono = arguments.GetValue(_mono) };
        if (!OutputFile.LeadsToDevice(output) && !output.EndsWith(".wav", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--output takes a name that ends in .wav, not {output}");
        }

        FilesApart.Check(
            [new FileRole("the sound", output)], [.. FilesApart.OfSong("the song to render", path), .. _engine.FilesRead(arguments)]);
        OutputFile.CheckWritable(output);
        SoundEngine engine = _engine.Read(arguments, _programs, options.SampleRate);
        SongFile song = SongReading.Read(path, Name, console);
        SoundReport report = default;
        RenderingDisplay display = new(console.Progress(json), TimeProvider.System);
        display.Run(() => OutputFile.Write(output, stream => report = engine(song.Score, stream, options, display, cancellation)));
        if (json)
        {
            RenderDocument document = RenderDocument.Of(output, song.Title, options, report, _engine.NameOf(arguments));
            JsonOutput.Write(console, document, RenderJson.Default.RenderDocument);
        }
        else
        {
            string loudness = double.IsFinite(report.Loudness)
                ? string.Create(CultureInfo.InvariantCulture, $"{report.Loudness:0.0} LUFS")
                : "silence";
            string length = Durations.InWords(TimeSpan.FromSeconds(report.Seconds));
            console.Output.WriteLine(ToolConsole.OneLine($"wrote {song.Title}, {length}, {loudness}: {output}"));
        }

        return Task.CompletedTask;
    }
}

/// <summary>What <c>tunesmith render --json</c> reports.</summary>
/// <param name="Sound">The file that was written.</param>
/// <param name="Title">The song's title.</param>
/// <param name="Seconds">How long it is.</param>
/// <param name="SampleRate">Samples a second in each channel.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Loudness">How loud it is in LUFS; null for silence.</param>
/// <param name="Peak">The loudest sample in dBFS; null for silence.</param>
/// <param name="Limiting">By how much the limiter took back the loudest moment, in dB; null for FluidSynth.</param>
/// <param name="Voices">The most notes that sounded at once; null for FluidSynth.</param>
/// <param name="Engine">What made it: <c>built-in</c> or <c>fluidsynth</c>.</param>
internal sealed record RenderDocument(
    string Sound,
    string Title,
    double Seconds,
    int SampleRate,
    int Channels,
    double? Loudness,
    double? Peak,
    double? Limiting,
    int? Voices,
    string Engine)
{
    /// <summary>Describes a sound.</summary>
    public static RenderDocument Of(string output, string title, RenderOptions options, SoundReport report, string engine) => new(
        output,
        title,
        report.Seconds,
        options.SampleRate,
        options.Channels,
        double.IsFinite(report.Loudness) ? report.Loudness : null,
        double.IsFinite(report.Peak) ? report.Peak : null,
        engine == EngineOptions.BuiltIn ? report.Limiting : null,
        engine == EngineOptions.BuiltIn ? report.Voices : null,
        engine);
}

/// <summary>JSON of <c>tunesmith render</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RenderDocument))]
internal sealed partial class RenderJson : JsonSerializerContext;
