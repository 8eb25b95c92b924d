using Tunesmith.Analysis.Originality;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Experiments;

/// <summary>
/// A folder of songs to compare a song with, each heard twice: as written, on the finest grid, where a passage stays exact when it is
/// stretched to twice, half or three halves of its time; and as models hear. A copy of a song that was played rather than written is found
/// on the models' grid alone. What either hearing finds, counts.
/// </summary>
public sealed class FolderOriginality
{
    private readonly MelodyEncoding[] _encodings;

    private FolderOriginality(SongCorpus corpus, MelodyEncoding[] encodings, OriginalityIndex index) =>
        (Corpus, _encodings, Index) = (corpus, encodings, index);

    /// <summary>The songs as models hear them.</summary>
    public SongCorpus Corpus { get; }

    /// <summary>The index of the hearings, the finest first.</summary>
    public OriginalityIndex Index { get; }

    /// <summary>Reads and indexes a folder, or the songbook.</summary>
    /// <param name="path">Where, as <see cref="SongCorpus.Load"/> takes it.</param>
    /// <param name="options">How models hear songs, and which are kept; null for the default.</param>
    /// <param name="progress">Told after each file, which is read once for each hearing and counted as often.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FolderOriginality Load(
        string path,
        CorpusOptions? options = null,
        IProgress<CorpusProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new CorpusOptions();
        MelodyEncoding finest = Encodings.Melody(options.Encoding.Voice, Encodings.FinestGrid);
        MelodyEncoding[] encodings = options.Encoding.StepsPerQuarter == Encodings.FinestGrid ? [finest] : [finest, options.Encoding];
        SongCorpus corpus = Load(options, 0);
        corpus.RequireSongs();
        MelodyNotes[][] hearings = CorpusOriginality.AsHeard(corpus);
        if (encodings.Length > 1)
        {
            MelodyNotes[] fine = FineNotes(Load(options with { Encoding = finest, MinSteps = 0 }, 1), corpus);
            hearings = [.. hearings.Zip(fine, (coarse, notes) => (MelodyNotes[])[notes, .. coarse])];
        }

        OriginalityIndex index = OriginalityIndex.Build(CorpusOriginality.SongsOf(corpus, hearings), options.Threads, cancellationToken);
        return new FolderOriginality(corpus, encodings, index);

        SongCorpus Load(CorpusOptions hearing, int before) =>
            SongCorpus.Load(path, hearing, progress is null ? null : new OneOf(progress, before, encodings.Length), cancellationToken);
    }

    /// <summary>Compares a song with those of the folder.</summary>
    /// <param name="song">The song.</param>
    /// <param name="fromTick">The first tick that is judged; later than 0 where the song goes on from a beginning that was given.</param>
    /// <exception cref="NoMelodyException">The song does not have the voice.</exception>
    /// <exception cref="SongTooLongException">The song is too long for every grid.</exception>
    public OriginalityReport Judge(Score song, long fromTick = 0) => Index.Judge(Hear(song, fromTick));

    /// <summary>Hears a song as the index's songs were heard.</summary>
    /// <param name="song">The song.</param>
    /// <param name="fromTick">The first tick that is judged; later than 0 where the song goes on from a beginning that was given.</param>
    /// <returns>The hearings; one that the song is too long for is empty.</returns>
    /// <exception cref="NoMelodyException">The song does not have the voice.</exception>
    /// <exception cref="SongTooLongException">The song is too long for every grid.</exception>
    public MelodyNotes[] Hear(Score song, long fromTick = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromTick);
        return Array.ConvertAll(_encodings, encoding =>
        {
            StepGrid grid = new(encoding.StepsPerQuarter);
            try
            {
                Melody melody = encoding.Hear(song);
                return MelodyNotes.Of(melody, (int)Math.Min(melody.Length, grid.StepOf(fromTick, song.TicksPerQuarter)));
            }
            catch (SongTooLongException) when (encoding != _encodings[^1])
            {
                return MelodyNotes.Of(new Melody([], grid.StepsPerQuarter));
            }
        });
    }

    /// <summary>The notes of a corpus's songs on the finest grid; none of a song that is too long for it.</summary>
    /// <remarks>Melodies on that grid need much memory; none is kept when its notes have been taken.</remarks>
    private static MelodyNotes[] FineNotes(SongCorpus fine, SongCorpus corpus)
    {
        MelodyNotes none = MelodyNotes.Of(new Melody([], Encodings.FinestGrid));
        return
        [
            .. corpus.Files.Select((file, number) => (Song: file, Number: number))
                .Where(file => file.Song.IsUsed)
                .Select(file => fine.Files.ElementAtOrDefault(file.Number) is { Melody: { } melody } same && same.Path == file.Song.Path
                    ? MelodyNotes.Of(melody)
                    : none),
        ];
    }

    /// <summary>The progress of one reading among several of the same files.</summary>
    private sealed class OneOf(IProgress<CorpusProgress> all, int before, int readings) : IProgress<CorpusProgress>
    {
        public void Report(CorpusProgress value) =>
            all.Report(value with { Done = (before * value.Total) + value.Done, Total = readings * value.Total });
    }
}
