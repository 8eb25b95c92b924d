using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that say which files <c>compose</c> writes.</summary>
internal sealed class ComposedFileOptions
{
    private const string UsualFolder = "generated";

    private readonly Option<string> _output = SharedOptions.Output(
        $"The song to write; otherwise the first of {UsualFolder}/gen_song_0.mid, gen_song_1.mid and so on that is not there yet");

    private readonly Option<int?> _count = NumberOption.Create(
        "--count", "Compose N songs at once, song i with the seed plus i, into files that count up; otherwise one", 1, SongNames.Most);

    private readonly Option<string?> _probabilities = new("--probabilities")
    {
        Description = "Write the predicted distribution at every step to this file, as CSV or, where it ends in .svg, as a heat map; "
            + "show their average",
        HelpName = "FILE",
    };

    private readonly Option<bool> _wav = SoundFiles.Option("Make each song, and the one it starts from, a sound file beside it as well");
    private readonly ReportOption _report = new("Write the songs to this file as one page to open: to hear, to see, and to take away");

    /// <summary>The page to open.</summary>
    public ReportOption Report => _report;

    /// <summary>The song to write.</summary>
    public Option Output => _output;

    /// <summary>How many songs there are to be.</summary>
    public Option Songs => _count;

    /// <summary>Adds the options for what is written beside the songs.</summary>
    public void AddTo(Command command)
    {
        command.Add(_wav);
        command.Add(_report);
        command.Add(_probabilities);
    }

    /// <summary>How many songs are composed.</summary>
    public int Count(ParseResult arguments) => arguments.GetValue(_count) ?? 1;

    /// <summary>Whether a number of songs was asked for, be it one.</summary>
    public bool HasCount(ParseResult arguments) => arguments.GetValue(_count) is not null;

    /// <summary>The files that are asked for. None is made, and none of them has been looked at but the first song's name.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="hasBase">Whether composing starts from songs, which are written beside the new ones.</param>
    /// <param name="kept">How many songs are kept of those that are composed.</param>
    /// <exception cref="UsageException">The options contradict each other, or the song's name is that of no MIDI file.</exception>
    /// <exception cref="ToolException">The song's file cannot be written.</exception>
    public ComposedFiles Read(ParseResult arguments, bool hasBase, int kept)
    {
        string output = arguments.GetValue(_output) ?? SongNames.Free(UsualFolder, kept);
        OutputNames.RequireMidi(output, Path.GetExtension(output).ToLowerInvariant() switch
        {
            ".wav" => "; --wav makes a sound beside it",
            ".abc" => "; tunesmith convert makes ABC of it",
            ".html" => "; --report makes a page of it",
            _ => "",
        });
        OutputFile.CheckWritable(output); // the name that others count up from; a folder is none
        int count = Count(arguments);
        string? probabilities = arguments.GetValue(_probabilities);
        _report.Check(arguments);
        if (probabilities is not null && count > 1)
        {
            throw new UsageException("--probabilities is for one song; leave --count out");
        }

        return new ComposedFiles(SongNames.Of(output, kept), hasBase, probabilities, arguments.GetValue(_wav), _report.Written(arguments));
    }

    /// <summary>Whether each step's predicted distribution is asked for, by a table or by the page.</summary>
    public bool KeepProbabilities(ParseResult arguments) => arguments.GetValue(_probabilities) is not null
        || (_report.IsAskedFor(arguments) && Count(arguments) <= ComposePage.MostPredictions);

    /// <summary>The command line that composes one of the songs again.</summary>
    /// <param name="arguments">The command line that composed it.</param>
    /// <param name="fixedBy">The seed that composes it.</param>
    /// <param name="output">Its file.</param>
    /// <param name="seed">The option that fixes the draws.</param>
    /// <param name="without">Other options that it does not take.</param>
    public string Again(ParseResult arguments, ulong fixedBy, string output, Option seed, params Option[] without) => TypedCommand.Of(
        arguments,
        [_count, _report, _probabilities, .. without],
        (seed, FormattableString.Invariant($"{fixedBy}")),
        (_output, output));
}
