using System.CommandLine;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing.Provenance;
using Tunesmith.Music;

namespace Tunesmith.Cli.Files;

/// <summary>The sounds that <c>--wav</c> puts beside songs: of <c>NAME.mid</c> it is <c>NAME.wav</c>.</summary>
internal static class SoundFiles
{
    /// <summary>The option.</summary>
    /// <param name="description">What becomes sound.</param>
    public static Option<bool> Option(string description) => new("--wav") { Description = description };

    /// <summary>The sound beside a song.</summary>
    /// <param name="song">The song's file.</param>
    /// <exception cref="UsageException">It is a device, beside which nothing can stand.</exception>
    public static string Beside(string song)
    {
        if (!string.IsNullOrWhiteSpace(song) && OutputFile.LeadsToDevice(song))
        {
            throw new UsageException($"--wav puts sounds beside songs, and nothing can stand beside {song}; name a file with -o");
        }

        return Path.ChangeExtension(CompositionRecord.PathBeside(song), ".wav"); // as its record is called
    }

    /// <summary>Makes songs sound, several at a time.</summary>
    /// <param name="sounds">The files to write and their songs.</param>
    /// <param name="threads">How many are made at a time; the sounds do not depend on it.</param>
    /// <param name="cancellation">Stops it; the files that are there by then are whole.</param>
    public static void Write(IEnumerable<(string Path, Score Song)> sounds, int threads, CancellationToken cancellation) => InParallel(
        sounds,
        threads,
        (sound, _) => OutputFile.Write(sound.Path, stream => Synthesizer.WriteWav(sound.Song, stream, cancellationToken: cancellation)),
        cancellation);

    /// <summary>Makes songs sound in memory, several at a time.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="threads">How many are made at a time; the sounds do not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>A WAV file of each song, in their order.</returns>
    public static byte[][] ToBytes(IReadOnlyList<Score> songs, int threads, CancellationToken cancellation)
    {
        byte[][] sounds = new byte[songs.Count][];
        InParallel(
            songs,
            threads,
            (song, index) =>
            {
                using MemoryStream sound = new();
                Synthesizer.WriteWav(song, sound, cancellationToken: cancellation);
                sounds[index] = sound.ToArray();
            },
            cancellation);
        return sounds;
    }

    private static void InParallel<T>(IEnumerable<T> items, int threads, Action<T, int> work, CancellationToken cancellation)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(items, options, (item, _, index) => work(item, (int)index));
        }
        catch (AggregateException errors)
        {
            throw errors.InnerExceptions[0]; // one line says why; the others have the same reason
        }
    }
}
