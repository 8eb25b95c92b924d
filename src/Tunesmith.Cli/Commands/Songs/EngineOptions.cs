using System.CommandLine;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Programs;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Songs;

/// <summary>Makes a song a WAV file.</summary>
/// <param name="song">The song.</param>
/// <param name="wav">Where to write; it is left open.</param>
/// <param name="options">How.</param>
/// <param name="progress">Told how far it is, where the engine knows.</param>
/// <param name="cancellation">Stops it.</param>
internal delegate SoundReport SoundEngine(
    Score song, Stream wav, RenderOptions options, IProgress<RenderProgress>? progress, CancellationToken cancellation);

/// <summary>The options that choose what makes the sound: the library's own instruments, or FluidSynth with a sound font.</summary>
internal sealed class EngineOptions
{
    /// <summary>The name of the library's own synthesizer.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>The name of the other.</summary>
    public const string FluidSynthName = "fluidsynth";

    private readonly Option<string> _engine = SharedOptions.Choice(
        "--engine", "What plays: the instruments that come along, or FluidSynth, where it is installed", BuiltIn, FluidSynthName);

    private readonly Option<string?> _soundFont = new("--soundfont")
    {
        Description = "The bank of instruments that FluidSynth plays by, in the format SF2, SF3 or DLS; "
            + "must be given with --engine fluidsynth",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_engine);
        command.Add(_soundFont);
    }

    /// <summary>The name of the engine that was asked for.</summary>
    public string NameOf(ParseResult arguments) => arguments.GetRequiredValue(_engine);

    /// <summary>The files that the engine reads.</summary>
    public FileRole[] FilesRead(ParseResult arguments) =>
        arguments.GetValue(_soundFont) is { } path ? [new FileRole("the sound font", path)] : [];

    /// <summary>The engine that was asked for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="programs">Where other programs are looked for.</param>
    /// <param name="rate">Samples a second that it is to give.</param>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    /// <exception cref="ToolException">FluidSynth or its sound font is missing.</exception>
    public SoundEngine Read(ParseResult arguments, ProgramPath programs, int rate)
    {
        string? soundFont = arguments.GetValue(_soundFont);
        if (NameOf(arguments) == BuiltIn)
        {
            return soundFont is null
                ? Synthesizer.WriteWav
                : throw new UsageException($"--soundfont is for --engine {FluidSynthName}; add that, or leave it out");
        }

        if (string.IsNullOrWhiteSpace(soundFont))
        {
            throw new UsageException(
                $"--engine {FluidSynthName} plays by a sound font; name one with --soundfont FILE: {FluidSynth.SoundFontAdvice}");
        }

        if (rate > FluidSynth.HighestRate)
        {
            throw new UsageException(
                FormattableString.Invariant($"--rate takes at most {FluidSynth.HighestRate} with --engine {FluidSynthName}, not {rate}"));
        }

        FluidSynth fluidSynth = FluidSynth.Find(programs, soundFont);
        return (song, wav, options, _, cancellation) => fluidSynth.WriteWav(song, wav, options, cancellation);
    }
}
