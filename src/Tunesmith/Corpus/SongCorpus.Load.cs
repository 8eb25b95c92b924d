using Tunesmith.Corpus.Reading;

namespace Tunesmith.Corpus;

/// <content>Reading songs. The same files give the same corpus, however many threads read them.</content>
public sealed partial class SongCorpus
{
    /// <summary>Bytes of files that are read side by side; a larger file is read while no other is.</summary>
    private const long BytesInFlight = 16L << 20;

    /// <summary>
    /// Reads every song below a folder (.mid, .midi, .kar, .smf, .abc, in letters of any case), in ordinal order of the paths; or one file,
    /// whatever its extension; or one tune of an ABC file; or the songbook or a tune of it (<see cref="SongPath"/>). An ABC file of several
    /// tunes is several songs, in its own order. Links to folders are not followed. What cannot be read, is too long or too short is left
    /// out with a reason. Of a file nothing is kept but its melody and what is said of it, and files that are read at the same time have at
    /// most 16 MB together, so that the memory does not grow with them.
    /// </summary>
    /// <param name="path">A folder, a file, a tune of a file, or the songbook.</param>
    /// <param name="options">How songs are heard, and which are kept; as <c>new CorpusOptions()</c> says where it is null.</param>
    /// <param name="progress">Told of each file as it has been read, from several threads.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is nothing at the path.</exception>
    /// <exception cref="CorpusException">The file, or the songbook, has no tune of that number or title.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be searched.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static SongCorpus Load(
        string path,
        CorpusOptions? options = null,
        IProgress<CorpusProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new CorpusOptions();
        options.Validate();

        FoundSongFile[] found = FilesAt(path, cancellationToken);
        IReadOnlyList<CorpusFile>[] files = new IReadOnlyList<CorpusFile>[found.Length];
        int done = 0;
        SongFileReader reader = new(options, new ByteGate(BytesInFlight), cancellationToken);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        ForEach(found.Length, parallel, index =>
        {
            files[index] = reader.Read(found[index]);
            progress?.Report(new CorpusProgress(Interlocked.Increment(ref done), found.Length, found[index].Path));
        });
        return new SongCorpus(path, options, files.SelectMany(songs => songs));
    }

    /// <summary>Reads files side by side; an only one here, so that what it throws comes as it is.</summary>
    private static void ForEach(int count, ParallelOptions options, Action<int> read)
    {
        if (count == 1)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            read(0);
        }
        else
        {
            Parallel.For(0, count, options, read);
        }
    }

    private static FoundSongFile[] FilesAt(string path, CancellationToken cancellationToken)
    {
        SongPath song = SongPath.Parse(path);
        if (song.IsInSongbook)
        {
            return Songbook.Files(song.Tune);
        }

        if (song.Exists)
        {
            return [new FoundSongFile(song.File, Path.GetFileName(song.File), Tune: song.Tune)];
        }

        return Directory.Exists(path)
            ? SongFileSearch.In(path, cancellationToken)
            : throw new DirectoryNotFoundException(SongBytes.Missing("folder or file", path));
    }
}
