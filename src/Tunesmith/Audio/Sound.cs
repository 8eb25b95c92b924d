using Tunesmith.Files;

namespace Tunesmith.Audio;

/// <summary>A song made sound, in memory.</summary>
/// <param name="Samples">The samples, channel beside channel: left, right, left, right. Full scale is 1.</param>
/// <param name="SampleRate">Samples a second in each channel.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Report">How long and how loud it is.</param>
public sealed record Sound(ReadOnlyMemory<float> Samples, int SampleRate, int Channels, SoundReport Report)
{
    /// <summary>Writes the sound as a WAV file, whole or not at all.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the file would have 4 GiB or more.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Save(string path) => WholeFile.Write(path, Save);

    /// <summary>Writes the sound as a WAV file.</summary>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the file would have 4 GiB or more.</exception>
    public void Save(Stream stream)
    {
        using WavWriter writer = new(stream, SampleRate, Channels, Samples.Length / Channels);
        writer.Append(Samples.Span);
        writer.Finish();
    }
}
