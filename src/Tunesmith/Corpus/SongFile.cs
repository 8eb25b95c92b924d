using Tunesmith.Corpus.Reading;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus;

/// <summary>One song with what it was read from: a MIDI file, or a tune of an ABC file.</summary>
public sealed record SongFile
{
    /// <summary>The largest file that is read: 64 MB. Larger ones hold no melody, and would take the memory of all others.</summary>
    internal const long MostBytes = 64L << 20;

    /// <summary>The song.</summary>
    public required Score Score { get; init; }

    /// <summary>The title that a tune states, else the file's name without its extension.</summary>
    public required string Title { get; init; }

    /// <summary>The MIDI file; null for ABC.</summary>
    public MidiFile? Midi { get; init; }

    /// <summary>
    /// The division as the header of the MIDI file has it, 0 to 65,535, also where <see cref="MidiFile.Division"/> had to be made up; null
    /// for ABC.
    /// </summary>
    public int? HeaderDivision => Midi?.Header?.DeclaredDivision ?? Midi?.Division.Raw;

    /// <summary>The tune; null for MIDI.</summary>
    public AbcTune? Tune { get; init; }

    /// <summary>
    /// How many tunes the file has that were passed over, because none was asked for and the first that can be read was taken.
    /// </summary>
    public int OtherTunes { get; init; }

    /// <summary>Reads a song.</summary>
    /// <param name="path">
    /// A file, a tune of an ABC file, or a tune of the songbook, as <see cref="SongPath"/> has it. Of a file of several tunes the first
    /// that can be read is taken.
    /// </param>
    /// <exception cref="MidiFormatException">The file is a damaged MIDI file.</exception>
    /// <exception cref="AbcFormatException">The file holds no tune, or the tune cannot be read.</exception>
    /// <exception cref="CorpusException">
    /// The file, or the songbook, has no tune of that number or title, or the file is neither MIDI nor ABC.
    /// </exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SongFile Load(string path)
    {
        SongPath song = SongPath.Parse(path);
        if (song.IsInSongbook)
        {
            return Songbook.Tune(song.Tune ?? throw new CorpusException(
                path, $"One song is asked for, and {path} is many; name a tune of it, such as {Songbook.PathOf(Songbook.Tunes[0])}."));
        }

        if (!File.Exists(song.File) && !Directory.Exists(song.File))
        {
            throw new FileNotFoundException(SongBytes.Missing("file", song.File), song.File);
        }

        byte[] bytes = SongBytes.Read(song.File);
        string name = Path.GetFileNameWithoutExtension(song.File);
        try
        {
            if (SongFormat.IsAbc(song.File, bytes))
            {
                return OfTune(AbcTunebook.FromBytes(bytes), song, name);
            }

            MidiFile midi = MidiFile.ReadOwned(bytes);
            return song.Tune is null
                ? new SongFile { Score = Score.FromMidi(midi), Title = name, Midi = midi }
                : throw AbcSongs.NoneInMidi(song.File, song.Tune);
        }
        catch (AbcFormatException error)
        {
            throw error.InFile(song.File);
        }
        catch (MidiFormatException error)
        {
            throw ForeignFile.Describe(bytes) is { } foreign
                ? new CorpusException(song.File, $"Cannot read \"{song.File}\": {foreign}.")
                : error.InFile(song.File);
        }
    }

    private static SongFile OfTune(AbcTunebook book, SongPath song, string name)
    {
        int index = song.Tune is { } asked
            ? AbcSongs.Find(book, asked, song.File)
            : Math.Max(0, book.Tunes.ToList().FindIndex(tune => tune.Error is null));
        AbcTune tune = book.Tunes[index];
        return new SongFile
        {
            Score = tune.Score ?? throw tune.Error!,
            Title = tune.Title.Length > 0 ? tune.Title : name,
            Tune = tune,
            OtherTunes = song.Tune is null ? book.Tunes.Count - 1 : 0,
        };
    }
}
