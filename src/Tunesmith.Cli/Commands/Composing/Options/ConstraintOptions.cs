using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Analysis;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that say what a composed song must keep to.</summary>
internal sealed class ConstraintOptions
{
    private const string Tonic = "tonic";

    private readonly Option<Key?> _key = new("--key")
    {
        Description = "Keep to the notes of a key, such as \"D minor\", Bb or \"F# dorian\"",
        HelpName = "KEY",
        CustomParser = result => Parse<Key?>(
            result, "a key such as \"D minor\", \"F# major\" or \"Bb dorian\"", text => Key.TryParse(text, out Key key) ? key : null),
    };

    private readonly Option<InRange?> _range = new("--range")
    {
        Description = "Keep to the pitches from one to another, such as C4..C6",
        HelpName = "LOWEST..HIGHEST",
        CustomParser = result => Parse(result, "two pitches, the lower first, such as C4..C6", ReadRange),
    };

    private readonly Option<PitchSet?> _ban = new("--ban")
    {
        Description = "Leave out pitches, such as C#4,F: C#4 alone, F in every octave",
        HelpName = "PITCH,...",
        CustomParser = result => Parse(result, "pitches such as C#4,F", ReadPitches),
    };

    private readonly Option<int?> _leap = NumberOption.Create(
        "--max-leap", "Let no note be more than N semitones from the one before; 12 is an octave", 0, MaxLeap.Widest);

    private readonly Option<int?> _hold = NumberOption.Create(
        "--max-hold", "Let no note and no rest be longer than N steps", 1, CompositionOptions.MostSteps);

    private readonly Option<int?> _bars = NumberOption.Create(
        "--max-bar-repeats", "Let no bar that has stood in the song come again more than N times", 0, CompositionOptions.MostSteps);

    private readonly Option<string?> _rhythm = new("--rhythm-from")
    {
        Description = "Take the rhythm of this song, and its length where --steps or --bars says no other; the pitches are new",
        HelpName = "FILE",
    };

    private readonly Option<string?> _end = new("--end-on")
    {
        Description = "End on this note in any octave; tonic is the first of --key, or else of the key found in the primer, "
            + "which is then said",
        HelpName = "NOTE|tonic",
        CustomParser = result => Parse(
            result, "a note such as C or F#, or tonic", text => text == Tonic || PitchSet.ClassOf(text) is not null ? text : null),
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_key);
        command.Add(_range);
        command.Add(_ban);
        command.Add(_leap);
        command.Add(_hold);
        command.Add(_bars);
        command.Add(_rhythm);
        command.Add(_end);
    }

    /// <summary>The song file that the rhythm is taken from; none where none is read.</summary>
    public FileRole[] FilesRead(ParseResult arguments) =>
        arguments.GetValue(_rhythm) is { } file ? FilesApart.OfSong("the rhythm", file) : [];

    /// <summary>
    /// The rhythm, on the model's grid; null where none is asked for. A song has as many steps where nothing else is said.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="encoding">How the model hears songs.</param>
    /// <param name="console">Where to say what of it stays unheard.</param>
    /// <exception cref="ToolException">It is not one song with a melody.</exception>
    public Melody? ReadRhythm(ParseResult arguments, MelodyEncoding encoding, ToolConsole console)
    {
        if (arguments.GetValue(_rhythm) is not { } file)
        {
            return null;
        }

        if (SongPath.Parse(file) is { IsFolder: true, IsInSongbook: false })
        {
            throw new ToolException($"--rhythm-from takes one song, but {file} is a folder; name a file in it");
        }

        try
        {
            Score song = SongFile.Load(file).Score;
            Melody rhythm = encoding.Hear(song);
            if (encoding.Unheard(song) is { } unheard)
            {
                console.Warn($"of the rhythm of {file} only {Wording.Count(rhythm.Length, "step")} can be heard: {unheard}");
            }

            return rhythm.Length > 0
                ? rhythm
                : throw new ToolException($"cannot take the rhythm of {file}: it has no notes; choose another song");
        }
        catch (NoMelodyException error)
        {
            throw new ToolException($"cannot take the rhythm of {file}: {error.Message.TrimEnd('.')}; choose another song", error);
        }
    }

    /// <summary>The constraints that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="rhythm">What <see cref="ReadRhythm"/> has read.</param>
    /// <param name="primers">What the songs begin with.</param>
    /// <param name="console">Where to say which key was found.</param>
    /// <exception cref="UsageException">
    /// The primers are in several keys, or nothing sounds in them, and it is not said which tonic to end on.
    /// </exception>
    public IReadOnlyList<Constraint> Read(ParseResult arguments, Melody? rhythm, IReadOnlyList<Melody> primers, ToolConsole console)
    {
        Constraint?[] constraints =
        [
            arguments.GetValue(_key) is { } key ? new InKey(key) : null,
            arguments.GetValue(_range),
            arguments.GetValue(_ban) is { } pitches ? new WithoutPitches(pitches) : null,
            arguments.GetValue(_leap) is { } semitones ? new MaxLeap(semitones) : null,
            arguments.GetValue(_hold) is { } longest ? new MaxHold(longest) : null,
            arguments.GetValue(_bars) is { } times ? new MaxBarRepeats(times) : null,
            rhythm is null ? null : new RhythmOf(rhythm),
            arguments.GetValue(_end) is { } end
                ? end == Tonic ? new EndOn(KeyOf(arguments, primers, console)) : EndOn.PitchNamed(end)
                : null,
        ];
        return [.. constraints.OfType<Constraint>()];
    }

    private Key KeyOf(ParseResult arguments, IReadOnlyList<Melody> primers, ToolConsole console)
    {
        if (arguments.GetValue(_key) is { } given)
        {
            return given;
        }

        if (primers.Any(primer => primer.SoundingPitches().All(pitch => pitch < 0)))
        {
            throw new UsageException(
                "there are no notes to start from that --end-on tonic could take a key from; say it with --key or --end-on NOTE");
        }

        Key[] found = [.. primers.Select(KeyFinder.Find).Distinct()];
        if (found.DistinctBy(key => key.Tonic).Count() > 1)
        {
            throw new UsageException(
                $"the songs start from primers in several keys ({found[0]}, {found[1]}...); say with --key or --end-on NOTE where to end");
        }

        console.Warn($"the key of the primer is taken to be {found[0]}; --key says another");
        return found[0];
    }

    private static InRange? ReadRange(string text)
    {
        string[] ends = text.Split("..");
        return ends.Length == 2
            && Pitch.TryParse(ends[0], out Pitch lowest)
            && Pitch.TryParse(ends[1], out Pitch highest) && lowest <= highest
            ? new InRange(lowest, highest)
            : null;
    }

    private static PitchSet? ReadPitches(string text)
    {
        PitchSet all = default;
        foreach (string name in text.Split(','))
        {
            if (!PitchSet.TryParse(name.Trim(), out PitchSet named))
            {
                return null;
            }

            all = all.Union(named);
        }

        return all;
    }

    private static T? Parse<T>(ArgumentResult result, string expected, Func<string, T?> read)
    {
        string text = result.Tokens[0].Value;
        T? value = read(text);
        if (value is null)
        {
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes {expected}, not '{text}'");
        }

        return value;
    }
}
