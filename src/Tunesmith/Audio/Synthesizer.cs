using System.Globalization;
using Tunesmith.Files;
using Tunesmith.Music;

namespace Tunesmith.Audio;

/// <summary>
/// Makes songs sound, with instruments of its own: no sound bank and no other program. It obeys tempi, velocities, programs, volume,
/// expression, pan, the sustain pedal, the pitch wheel with its range, modulation, reverb and resets; channel 10 plays drums. The same
/// song and options give the same samples on every machine.
/// </summary>
public static class Synthesizer
{
    /// <summary>Makes a song sound in memory, which takes 4 bytes a sample.</summary>
    /// <param name="score">The song.</param>
    /// <param name="options">How; by default 44.1 kHz in stereo at -18 LUFS.</param>
    /// <param name="progress">Told a few times a second of sound how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RenderException">The song is too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Sound Render(
        Score score,
        RenderOptions? options = null,
        IProgress<RenderProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new RenderOptions();
        Rendering rendering = Rendering.Measure(score, options, progress, cancellationToken);
        long length = rendering.Frames * options.Channels;
        if (length > Array.MaxLength)
        {
            throw new RenderException(string.Create(
                CultureInfo.InvariantCulture,
                $"The song has {length:N0} samples, where at most {Array.MaxLength:N0} fit in memory at once. "
                + $"Write it to a file, or take a lower rate."));
        }

        float[] samples = new float[length];
        int filled = 0;
        SoundReport report = rendering.Play(
            block =>
            {
                block.CopyTo(samples.AsSpan(filled));
                filled += block.Length;
            },
            progress,
            cancellationToken);
        return new Sound(samples, options.SampleRate, options.Channels, report);
    }

    /// <summary>
    /// Makes a song sound and writes it as a WAV file, whole or not at all and a little at a time: no length takes more memory.
    /// </summary>
    /// <param name="score">The song.</param>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="options">How; by default 44.1 kHz in stereo at -18 LUFS.</param>
    /// <param name="progress">Told a few times a second of sound how far it is.</param>
    /// <param name="cancellationToken">Stops it; the file is then as it was.</param>
    /// <exception cref="RenderException">The song is too long, or its file would have 4 GiB or more.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static SoundReport WriteWav(
        Score score,
        string path,
        RenderOptions? options = null,
        IProgress<RenderProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        SoundReport report = default;
        WholeFile.Write(path, stream => report = WriteWav(score, stream, options, progress, cancellationToken));
        return report;
    }

    /// <summary>Makes a song sound and writes it as a WAV file to a stream, a little at a time: no length takes more memory.</summary>
    /// <param name="score">The song.</param>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="options">How; by default 44.1 kHz in stereo at -18 LUFS.</param>
    /// <param name="progress">Told a few times a second of sound how far it is.</param>
    /// <param name="cancellationToken">Stops it; the stream then has a part of the file.</param>
    /// <exception cref="RenderException">The song is too long, or its file would have 4 GiB or more.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SoundReport WriteWav(
        Score score,
        Stream stream,
        RenderOptions? options = null,
        IProgress<RenderProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new RenderOptions();
        Rendering rendering = Rendering.Measure(score, options, progress, cancellationToken);
        using WavWriter file = new(stream, options.SampleRate, options.Channels, rendering.Frames);
        SoundReport report = rendering.Play(block => file.Append(block), progress, cancellationToken);
        file.Finish();
        return report;
    }
}
