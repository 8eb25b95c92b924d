using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that say in which form a composed song is written.</summary>
internal sealed class WrittenFormOptions
{
    private const double Slowest = 4; // a MIDI file has 24 bits for the microseconds of a quarter
    private const double Fastest = 1_000;

    private readonly Option<bool> _withoutPrimer = new("--without-primer") { Description = "Leave the primer out of the song" };
    private readonly Option<double?> _tempo = NumberOption.Create(
        "--tempo",
        "Quarter notes a minute, for the whole song; in 6/8 a dotted quarter is one and a half of them; "
            + "otherwise those of what it starts from, or 120",
        Slowest,
        Fastest);

    private readonly Option<string?> _program = new("--program")
    {
        Description = "The General MIDI instrument that plays it, from 0 to 127, or its name or a part that only it has, as violin or "
            + "\"pan flute\"; otherwise 0, a piano",
        HelpName = "N|NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_withoutPrimer);
        command.Add(_tempo);
        command.Add(_program);
    }

    /// <summary>The form that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <exception cref="UsageException">There is no such instrument.</exception>
    public WrittenForm Read(ParseResult arguments) => new()
    {
        WithPrimer = !arguments.GetValue(_withoutPrimer),
        MicrosecondsPerQuarter = arguments.GetValue(_tempo) is { } tempo
            ? TempoChange.OfQuartersPerMinute(0, tempo).MicrosecondsPerQuarter
            : null,
        Program = arguments.GetValue(_program) is { } name ? ProgramOf(name) : null,
    };

    private static int ProgramOf(string name)
    {
        if (GeneralMidi.TryProgram(name, out int program, out IReadOnlyList<string> names))
        {
            return program;
        }

        string several = names.Count > 0 ? $", which could be {string.Join(", ", names.Take(6))}" : "";
        throw new UsageException($"--program takes a number from 0 to 127 or the name of an instrument, not '{name}'{several}");
    }
}
