namespace Tunesmith.Corpus;

/// <summary>Reads a folder of songs. The same files give the same corpus, however many threads read them.</summary>
public static class SongFolder
{
    /// <summary>
    /// Reads every song below a folder (.mid, .midi, .kar, .smf, in letters of any case), in ordinal order of the paths; or one file,
    /// whatever its extension. Links to folders are not followed. What cannot be read, is too long or too short is left out with a reason.
    /// </summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="options">How songs are heard, and which are kept.</param>
    /// <param name="progress">Told of each file as it has been read, from several threads.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is nothing at the path.</exception>
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

        FoundSongFile[] found = Find(path, cancellationToken);
        CorpusFile[] files = new CorpusFile[found.Length];
        int done = 0;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, found.Length, parallel, index =>
        {
            files[index] = SongFileReader.Read(found[index], options);
            progress?.Report(new CorpusProgress(Interlocked.Increment(ref done), found.Length, files[index].Path));
        });
        return new SongCorpus(path, options, files);
    }

    private static FoundSongFile[] Find(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return [new FoundSongFile(path, Path.GetFileName(path))];
        }

        return Directory.Exists(path)
            ? SongFileSearch.In(path, cancellationToken)
            : throw new DirectoryNotFoundException($"There is no folder or file \"{path}\".");
    }
}
