using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Composing.Variations;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options for composing some bars of a song anew.</summary>
internal sealed class VaryOptions
{
    private const int UsualDrafts = 64;

    /// <summary>What would change the song, or is for songs of their own.</summary>
    private static readonly string[] Others =
    [
        "--corpus", "--primer-song", "--primer-bars", "--notes", "--meter", "--transpose", "--steps", "--bars", "--without-primer",
        "--tempo", "--program", "--live", "--best", "--original", "--against", "--probabilities", "--report",
    ];

    private readonly Option<BarRange?> _bars = BarsOption.Create(
        "--vary", "Write only these bars of --primer anew, A-B, A- or A, and keep all else of it; an upbeat is bar 1");

    private readonly Option<int?> _drafts = NumberOption.Create(
        "--drafts", $"How many drafts of --vary are composed, of which the best are kept; otherwise {UsualDrafts}", 1, SongNames.Most);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_bars);
        command.Add(_drafts);
    }

    /// <summary>Whether bars are to be composed anew.</summary>
    public bool IsAskedFor(ParseResult arguments) => arguments.GetValue(_bars) is not null;

    /// <summary>How many drafts are composed.</summary>
    public int Drafts(ParseResult arguments) => arguments.GetValue(_drafts) ?? UsualDrafts;

    /// <summary>Checks that there is a song, and that nothing is asked for that would change the rest of it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="file">The option that names the song.</param>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    public void Check(ParseResult arguments, string? file)
    {
        if (!IsAskedFor(arguments))
        {
            if (arguments.GetValue(_drafts) is not null)
            {
                throw new UsageException("--drafts is for --vary; leave it out, or say with --count how many songs to compose");
            }

            return;
        }

        if (Others.FirstOrDefault(name => arguments.GetResult(name) is OptionResult { Implicit: false }) is { } other)
        {
            throw new UsageException($"--vary writes bars of a song anew and keeps all else of it as it is; leave {other} out");
        }

        if (file is null)
        {
            throw new UsageException("--vary writes bars of a song anew; name the song with --primer FILE");
        }
    }

    /// <summary>The bars of a song.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="song">The song's melody.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="UsageException">The song has not all of them.</exception>
    public VariedBars Read(ParseResult arguments, Melody song, string name)
    {
        BarRange range = arguments.GetRequiredValue(_bars)!;
        int bars = VariedBars.CountBars(song);
        return (range.Last == int.MaxValue || range.Last <= bars) && VariedBars.Of(song, range.First, range.Last) is { } found
            ? found
            : throw new UsageException(FormattableString.Invariant(
                $"--vary asks for bars that {name} has not: ")
                + FormattableString.Invariant($"its melody has {Wording.Count(bars, "bar")}, counted from 1, the upbeat among them"));
    }
}
