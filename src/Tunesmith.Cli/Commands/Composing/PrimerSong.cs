using Tunesmith.Corpus;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>What composing starts from: a song, notes that were typed, or nothing.</summary>
/// <param name="Name">A song's name, or the file it was read from; of others <c>notes</c> or <c>nothing</c>.</param>
/// <param name="Index">Its number among the songs of the corpus; null where it is of none.</param>
/// <param name="Melody">The whole melody; of nothing, one of no steps that has the meter.</param>
/// <param name="Primer">What of it the new song begins with.</param>
internal sealed record PrimerSong(string Name, int? Index, Melody Melody, Melody Primer)
{
    /// <summary>The songs that it was chosen from, of a file itself alone; null where it is no song.</summary>
    public SongCorpus? Corpus { get; init; }

    /// <summary>What it is called in a record: a plain file name, or <c>songbook:</c> and a name; empty where it is no song.</summary>
    public string RecordName { get; init; } = "";

    /// <summary>The song with all of its tracks; null where it was not read from a file of its own.</summary>
    public Score? Score { get; init; }

    /// <summary>Whether there is nothing to start from.</summary>
    public bool IsNothing => Melody.Length == 0;

    /// <summary>What of a file stays unheard and why; null where it is heard to its end.</summary>
    public string? Unheard { get; init; }

    /// <summary>How many other tunes the file has, where none was asked for.</summary>
    public int OtherTunes { get; init; }

    /// <summary>The name of a song for records: a path below a folder says more than its reader needs to know.</summary>
    public static string RecordNameOf(CorpusFile song) =>
        song.IsInSongbook ? $"{Songbook.Name}:{song.Path}" : song.Path[(song.Path.LastIndexOf('/') + 1)..];
}
