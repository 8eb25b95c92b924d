using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands;

/// <summary>The song that composing starts from.</summary>
/// <param name="Name">Its name, or the file it was read from.</param>
/// <param name="Index">Its number among the songs of the corpus; null for a file.</param>
/// <param name="Melody">The whole melody.</param>
/// <param name="Corpus">The songs that it was chosen from; of a file itself alone.</param>
internal sealed record PrimerSong(string Name, int? Index, Melody Melody, SongCorpus Corpus)
{
    /// <summary>What of a file stays unheard and why; null where it is heard to its end.</summary>
    public string? Unheard { get; init; }

    /// <summary>How many other tunes the file has, where none was asked for.</summary>
    public int OtherTunes { get; init; }
}

/// <summary>The options that choose what composing starts from.</summary>
internal sealed class PrimerOptions
{
    private const string RandomSong = "random";

    private readonly Option<string?> _file = new("--primer")
    {
        Description = "Start from the beginning of this song file; of an ABC file with several tunes as FILE.abc#12 or FILE.abc#TITLE; "
            + "a tune of the songbook as songbook:NAME",
        HelpName = "FILE",
    };

    private readonly Option<string?> _corpus = new("--corpus")
    {
        Description = "Start from a song of this folder, or of songbook, the tunes that come with Tunesmith",
        HelpName = "FOLDER",
    };

    private readonly Option<string> _song = new("--primer-song")
    {
        Description =
            "Which song of the folder: its number, counted from 0 over the songs that training keeps, part of its name, or random",
        HelpName = "NAME|INDEX|random",
        DefaultValueFactory = _ => RandomSong,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_corpus);
        command.Add(_song);
    }

    /// <summary>Checks that one thing to start from is named.</summary>
    /// <exception cref="UsageException">None is, or two are.</exception>
    public void Check(ParseResult arguments)
    {
        bool hasFolder = arguments.GetValue(_corpus) is not null;
        if (File(arguments) is not null)
        {
            Require(!hasFolder, "--primer and --corpus both name what to start from; give one of them");
            bool hasSong = arguments.GetResult(_song) is { Implicit: false };
            Require(!hasSong, "--primer-song chooses from the folder of --corpus; leave it out with --primer");
        }
        else
        {
            Require(hasFolder, "composing starts from a song; name one with --primer FILE, or a folder of songs with --corpus FOLDER");
            bool isEmpty = string.IsNullOrWhiteSpace(arguments.GetValue(_song));
            Require(!isEmpty, "--primer-song takes a number, part of a name, or random, not nothing");
        }

        static void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new UsageException(message);
            }
        }
    }

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

    /// <summary>The song file that is read; none for a folder and for the songbook.</summary>
    public FileRole[] FilesRead(ParseResult arguments) => File(arguments) is { } file ? FilesApart.OfSong("the primer", file) : [];

    /// <summary>The file to start from; null where it is a song of a folder.</summary>
    private string? File(ParseResult arguments) => arguments.GetValue(_file);

    /// <summary>The songs that the command line asks for, heard as the model hears songs.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="model">The model that is to compose.</param>
    /// <param name="recipe">The recipe that it was trained by.</param>
    /// <param name="seed">What fixes a random choice; song i takes the seed plus i.</param>
    /// <param name="count">How many songs to compose.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public IReadOnlyList<PrimerSong> Read(
        ParseResult arguments, MelodyModel model, Recipe recipe, ulong seed, int count, CancellationToken cancellation)
    {
        CorpusOptions hearing = new() { Encoding = model.Definition.FindEncoding(), MinSteps = recipe.MinSteps };
        if (File(arguments) is { } file)
        {
            return [.. Enumerable.Repeat(ReadFile(file, hearing, cancellation), count)];
        }

        string folder = arguments.GetRequiredValue(_corpus)!;
        SongCorpus corpus = SongFolder.Load(folder, hearing, cancellationToken: cancellation);
        corpus.RequireSongs();
        string choice = arguments.GetRequiredValue(_song);
        int? chosen = choice == RandomSong ? null : corpus.Find(choice);
        return
        [
            .. Enumerable.Range(0, count).Select(song =>
            {
                int index = chosen ?? Composer.ChooseSong(corpus.Songs.Count, unchecked(seed + (ulong)song));
                return new PrimerSong(corpus.Songs[index].Name, index, corpus.Songs[index].Melody!, corpus);
            }),
        ];
    }

    private static PrimerSong ReadFile(string file, CorpusOptions hearing, CancellationToken cancellation)
    {
        if (SongPath.Parse(file).IsFolder)
        {
            throw new ToolException($"--primer takes a song file, but {file} is a folder; use --corpus {file}");
        }

        SongCorpus corpus = SongFolder.Load(file, hearing with { MinSteps = 1 }, cancellationToken: cancellation);
        bool isOne = corpus.Files.Count == 1;
        if (corpus.Songs is not [{ Melody: { } melody } song, ..])
        {
            throw new ToolException($"cannot start from {file}: {corpus.Files[0].LeftOut?.Message.TrimEnd('.')}; choose another song");
        }

        SongFile read = SongFile.Read(isOne ? file : $"{file}#{song.TuneNumber}");
        return new PrimerSong(song.Path, null, melody, corpus)
        {
            Unheard = hearing.Encoding.Unheard(read.Score),
            OtherTunes = corpus.Files.Count - 1,
        };
    }
}
