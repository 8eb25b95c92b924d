using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that choose what composing starts from.</summary>
internal sealed class PrimerOptions
{
    private const string RandomSong = "random";

    private readonly Option<string?> _file = new("--primer")
    {
        Description = "Start from the beginning of this song file; of an ABC file with several tunes as FILE.abc#12 or FILE.abc#TITLE; "
            + "a tune of the songbook as songbook:NAME",
        HelpName = "FILE",
        CompletionSources = { ValueSources.Tunes },
    };

    private readonly Option<string?> _corpus = new("--corpus")
    {
        Description = "Start from a song of this folder, or of songbook, the tunes that come with Tunesmith, "
            + "heard as the model's training heard songs",
        HelpName = "FOLDER",
        CompletionSources = { ValueSources.Songbooks },
    };

    private readonly Option<string> _song = new("--primer-song")
    {
        Description =
            "Which song of the folder: its number, counted from 0 over the songs that training keeps, part of its name, or random",
        HelpName = "NAME|INDEX|random",
        CompletionSources = { ValueSources.Of(RandomSong) },
        DefaultValueFactory = _ => RandomSong,
    };

    private readonly Option<int?> _bars = NumberOption.Create(
        "--primer-bars",
        "How many bars of that song to start from, and its upbeat; otherwise as many steps as the model's window",
        1,
        10_000);

    private readonly TypedPrimerOptions _typed = new();
    private readonly TransposeOption _transpose = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_corpus);
        command.Add(_song);
        command.Add(_bars);
        _typed.AddTo(command);
        command.Add(_transpose);
    }

    /// <summary>Checks that at most one thing to start from is named, and that the other options are for it.</summary>
    /// <exception cref="UsageException">They do not fit together.</exception>
    public void Check(ParseResult arguments)
    {
        bool hasFolder = arguments.GetValue(_corpus) is not null;
        bool hasFile = arguments.GetValue(_file) is not null;
        bool hasSong = arguments.GetResult(_song) is { Implicit: false };
        Require(!hasFile || !hasFolder, "--primer and --corpus both name what to start from; give one of them");
        Require(!hasSong || !hasFile, "--primer-song chooses from the folder of --corpus; leave it out with --primer");
        Require(!hasSong || hasFolder, "--primer-song chooses from a folder of songs; name one with --corpus FOLDER");
        bool isEmpty = string.IsNullOrWhiteSpace(arguments.GetValue(_song));
        Require(!isEmpty, "--primer-song takes a number, part of a name, or random, not nothing");
        bool hasBars = arguments.GetValue(_bars) is not null;
        Require(
            !hasBars || HasSong(arguments),
            "--primer-bars is for a song to start from; name one with --primer FILE or --corpus FOLDER");
        _typed.Check(arguments, HasSong(arguments));

        static void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new UsageException(message);
            }
        }
    }

    /// <summary>The song file to start from; null where none is named.</summary>
    public string? File(ParseResult arguments) => arguments.GetValue(_file);

    /// <summary>Whether composing starts from a song, which is then written beside the new one.</summary>
    public bool HasSong(ParseResult arguments) => arguments.GetValue(_file) is not null || arguments.GetValue(_corpus) is not null;

    /// <summary>Says on standard error what of the song to start from is not as it was asked for.</summary>
    public static void Warn(ToolConsole console, PrimerSong song)
    {
        if (song.Unheard is { } unheard)
        {
            console.Warn($"of {song.Name} only {Wording.Count(song.Melody.Length, "step")} can be heard: {unheard}");
        }

        if (song.OtherTunes > 0)
        {
            string tunes = Wording.Count(song.OtherTunes + 1, "tune");
            console.Warn($"{song.Name} is taken of {tunes}; FILE.abc#NUMBER or #TITLE takes another");
        }
    }

    /// <summary>The song file that is read; none for a folder, for the songbook, and where no song is read.</summary>
    public FileRole[] FilesRead(ParseResult arguments) =>
        arguments.GetValue(_file) is { } file ? FilesApart.OfSong("the primer", file) : [];

    /// <summary>What the command line asks to start from, heard as the model hears songs.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="model">The model that is to compose.</param>
    /// <param name="hearing">How it hears songs, and which are kept.</param>
    /// <param name="seed">What fixes a random choice; song i takes the seed plus i.</param>
    /// <param name="count">How many songs to compose.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public IReadOnlyList<PrimerSong> Read(
        ParseResult arguments, MelodyModel model, CorpusOptions hearing, ulong seed, int count, CancellationToken cancellation)
    {
        if (!HasSong(arguments))
        {
            PrimerSong typed = _transpose.Apply(arguments, _typed.Read(arguments, hearing.Encoding), hearing.Encoding);
            return [.. Enumerable.Repeat(typed, count)];
        }

        if (arguments.GetValue(_file) is { } file)
        {
            PrimerSong song = Ready(ReadFile(file, hearing, cancellation));
            return [.. Enumerable.Repeat(song, count)];
        }

        string folder = arguments.GetRequiredValue(_corpus)!;
        SongCorpus corpus = SongCorpus.Load(folder, hearing, cancellationToken: cancellation);
        corpus.RequireSongs();
        string choice = arguments.GetRequiredValue(_song);
        int? chosen = choice == RandomSong ? null : corpus.NumberOf(choice);
        return
        [
            .. Enumerable.Range(0, count).Select(song =>
            {
                int index = chosen ?? Composer.ChooseSong(corpus.Songs.Count, unchecked(seed + (ulong)song));
                CorpusFile found = corpus.Songs[index];
                return Ready(new PrimerSong(found.Name, index, found.Melody!, found.Melody!)
                {
                    Corpus = corpus,
                    RecordName = PrimerSong.RecordNameOf(found),
                });
            }),
        ];

        PrimerSong Ready(PrimerSong song)
        {
            PrimerSong moved = _transpose.Apply(arguments, song, hearing.Encoding);
            return moved with { Primer = BeginningOf(moved, arguments.GetValue(_bars), model.Definition.Window) };
        }
    }

    private static Melody BeginningOf(PrimerSong song, int? bars, int window)
    {
        if (bars is not { } asked)
        {
            return song.Melody.Take(window);
        }

        Melody melody = song.Melody;
        BarPosition start = melody.PositionAt(0);
        int end = start.Offset == 0 ? 0 : start.Length - start.Offset;
        for (int bar = 0; bar < asked; bar++)
        {
            if (end >= melody.Length)
            {
                throw new UsageException(FormattableString.Invariant(
                    $"--primer-bars {asked} is more than {song.Name} has, which is {Wording.Count(bar, "bar")}; take at most {bar}"));
            }

            end += melody.PositionAt(end).Length;
        }

        return melody.Take(end);
    }

    private static PrimerSong ReadFile(string file, CorpusOptions hearing, CancellationToken cancellation)
    {
        if (SongPath.Parse(file).IsFolder)
        {
            throw new ToolException($"--primer takes a song file, but {file} is a folder; use --corpus {file}");
        }

        SongCorpus corpus = SongCorpus.Load(file, hearing with { MinSteps = 1 }, cancellationToken: cancellation);
        bool isOne = corpus.Files.Count == 1;
        if (corpus.Songs is not [{ Melody: { } melody } song, ..])
        {
            throw new ToolException($"cannot start from {file}: {corpus.Files[0].LeftOut?.Message.TrimEnd('.')}; choose another song");
        }

        SongFile read = SongFile.Load(isOne ? file : $"{file}#{song.TuneNumber}");
        return new PrimerSong(song.Path, null, melody, melody)
        {
            Corpus = corpus,
            RecordName = PrimerSong.RecordNameOf(song),
            Score = read.Score,
            Unheard = hearing.Encoding.Unheard(read.Score),
            OtherTunes = corpus.Files.Count - 1,
        };
    }
}
