using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options for songs that begin with notes of the command line, or from nothing.</summary>
internal sealed class TypedPrimerOptions
{
    private readonly Option<string?> _notes = new("--notes")
    {
        Description = "Start from these notes, as in \"C4 D4 E4:2 R G4:1/2\": a letter, its octave and after a colon "
            + "how many quarters it lasts; R rests",
        HelpName = "NOTES",
    };

    private readonly Option<string?> _meter = new("--meter")
    {
        Description = "The meter of a song that starts from --notes or from nothing, such as 6/8; otherwise 4/4",
        HelpName = "METER",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_notes);
        command.Add(_meter);
    }

    /// <summary>Checks that they are not given beside a song to start from.</summary>
    /// <exception cref="UsageException">They are, or the meter is none.</exception>
    public void Check(ParseResult arguments, bool hasSong)
    {
        if (hasSong && arguments.GetValue(_notes) is not null)
        {
            throw new UsageException("--notes are to start from in place of a song; leave --primer and --corpus out, or --notes");
        }

        if (hasSong && arguments.GetValue(_meter) is not null)
        {
            throw new UsageException("--meter is for --notes or for a song from nothing; a song to start from has its own");
        }

        MeterOf(arguments);
    }

    /// <summary>The notes, or nothing.</summary>
    /// <exception cref="UsageException">They are no notes.</exception>
    public PrimerSong Read(ParseResult arguments, MelodyEncoding encoding)
    {
        Meter meter = MeterOf(arguments);
        int steps = encoding.StepsPerQuarter;
        if (arguments.GetValue(_notes) is not { } text)
        {
            Melody nothing = new([], steps, meters: new MeterMap([new MeterChange(0, meter)]));
            return new PrimerSong("nothing", null, nothing, nothing);
        }

        try
        {
            Melody notes = Melody.Parse(text, steps, meters: new MeterMap(meter));
            return notes.Length > 0
                ? new PrimerSong("notes", null, notes, notes)
                : throw new UsageException(
                    "--notes has no notes; give some, such as \"C4 D4 E4:2\", or leave it out to start from nothing");
        }
        catch (NoteTextException error)
        {
            throw new UsageException($"--notes: {error.Message.TrimEnd('.')}");
        }
    }

    private Meter MeterOf(ParseResult arguments) => arguments.GetValue(_meter) is not { } text ? Meter.Common
        : Meter.TryParse(text, out Meter meter) ? meter
        : throw new UsageException($"--meter takes beats and a note value, such as 3/4 or 6/8, not '{text}'");
}
