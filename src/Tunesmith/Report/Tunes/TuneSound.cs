using Tunesmith.Audio;
using Tunesmith.Music;

namespace Tunesmith.Report.Tunes;

/// <summary>A tune's sound within the page: a WAV file of 16 bits, mono, at 22.05 kHz, which every browser plays.</summary>
/// <param name="Wav">The file.</param>
/// <param name="Seconds">How long it is.</param>
/// <param name="IsWhole">Whether all notes of the tune are in it. Where it ends before they have died away, it fades.</param>
internal sealed record TuneSound(byte[] Wav, double Seconds, bool IsWhole)
{
    private const int SampleRate = 22_050;
    private const int BytesPerFrame = 2;
    private const double FadeSeconds = 1;

    /// <summary>How many seconds of sound there are in some bytes of base64.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <param name="files">In how many files.</param>
    public static double SecondsIn(long bytes, int files)
    {
        long frames = ((bytes / 4 * 3) - (files * (WavWriter.HeaderLength + 3L))) / BytesPerFrame;
        return Math.Max(0, frames - files) / (double)SampleRate;
    }

    /// <summary>Makes a song sound, or as much of it as there is room for.</summary>
    /// <param name="score">The song.</param>
    /// <param name="limit">The most seconds, with what dies away after the song.</param>
    /// <param name="cancellation">Stops it.</param>
    public static TuneSound Render(Score score, double limit, CancellationToken cancellation)
    {
        bool isWhole = score.Seconds <= limit;
        Sound sound = Synthesizer.Render(
            isWhole ? score : SongCut.Before(score, limit), new RenderOptions { SampleRate = SampleRate, Mono = true }, null, cancellation);
        int frames = (int)Math.Min(sound.Samples.Length, limit * SampleRate);
        float[] samples = sound.Samples[..frames].ToArray();
        if (!isWhole || frames < sound.Samples.Length)
        {
            FadeOut(samples);
        }

        using MemoryStream stream = new(WavWriter.HeaderLength + (BytesPerFrame * frames));
        using WavWriter file = new(stream, SampleRate, channels: 1, frames);
        file.Append(samples);
        file.Finish();
        return new TuneSound(stream.ToArray(), frames / (double)SampleRate, isWhole);
    }

    private static void FadeOut(Span<float> samples)
    {
        int length = Math.Min(samples.Length, (int)(FadeSeconds * SampleRate));
        for (int index = 0; index < length; index++)
        {
            samples[^(index + 1)] *= index / (float)length;
        }
    }
}
