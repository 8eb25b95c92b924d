using System.Buffers.Binary;
using System.Globalization;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Music;

namespace Tunesmith.Cli.Programs;

/// <summary>
/// The synthesizer FluidSynth, where it is installed: plays songs by a bank of recorded instruments. Nothing is done about the loudness.
/// </summary>
internal sealed class FluidSynth
{
    /// <summary>The highest rate that it knows, in samples a second.</summary>
    public const int HighestRate = 96_000;

    private const string Name = "fluidsynth";
    private const int Channels = 2;
    private const int BytesPerFrame = 2 * Channels;
    private const int FramesPerBlock = 4_096;

    private readonly string _program;
    private readonly string _soundFont;

    private FluidSynth(string program, string soundFont) => (_program, _soundFont) = (program, soundFont);

    /// <summary>Finds the program, and looks at the sound font.</summary>
    /// <param name="programs">Where to look.</param>
    /// <param name="soundFont">The bank of instruments, a file in the format SF2, SF3 or DLS.</param>
    /// <exception cref="ToolException">There is no such program, or the file is none or no sound font.</exception>
    public static FluidSynth Find(ProgramPath programs, string soundFont)
    {
        string program = programs.Find(Name) ?? throw new ToolException(
            $"there is no {Name} on the PATH; install it ({Installation}){FontToo(soundFont)}, "
            + "or leave --engine out for the instruments that come along");
        RequireSoundFont(soundFont);
        return new FluidSynth(program, Path.GetFullPath(soundFont));
    }

    /// <summary>How to get a sound font, as the end of a message.</summary>
    public static string SoundFontAdvice =>
        "Debian's packages timgm6mb-soundfont (6 MB) and fluid-soundfont-gm (140 MB) have one, and any .sf2 file will do";

    /// <summary>Makes a song a WAV file.</summary>
    /// <param name="song">The song.</param>
    /// <param name="wav">Where to write; it is left open.</param>
    /// <param name="options">
    /// The rate, whether both channels become one, their mean, and how long a song may be; the rest does not count.
    /// </param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was written; of the numbers only the length, loudness and peak are known.</returns>
    /// <exception cref="RenderException">The song is longer than the options allow.</exception>
    /// <exception cref="ToolException">FluidSynth failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SoundReport WriteWav(Score song, Stream wav, RenderOptions options, CancellationToken cancellation)
    {
        options.RequireLength(song);
        using ScratchFolder scratch = new();
        string midi = scratch.File("song.mid");
        string samples = scratch.File("samples.raw");
        File.WriteAllBytes(midi, song.ToMidi().ToBytes());

        // Samples without a header come out the same from every version, also from one that was built without libsndfile.
        ProgramEnd end = OtherProgram.Run(
            _program,
            [
                "-n", "-i", "-q",
                "-r", options.SampleRate.ToString(CultureInfo.InvariantCulture),
                "-T", "raw", "-O", "s16", "-E", "little", "-F", samples,
                _soundFont, midi,
            ],
            feed: null,
            environment: null,
            cancellation);
        bool hasFont = !end.Said.Any(line => line.Contains("Failed to load", StringComparison.OrdinalIgnoreCase));
        if (end.ExitCode != 0 || !hasFont || !File.Exists(samples))
        {
            throw new ToolException($"{Name} {end}"); // without its sound font it plays silence and ends with 0
        }

        using FileStream read = File.OpenRead(samples);
        return Copy(read, wav, options, cancellation);
    }

    private static SoundReport Copy(FileStream samples, Stream wav, RenderOptions options, CancellationToken cancellation)
    {
        long frames = samples.Length / BytesPerFrame;
        using WavWriter file = new(wav, options.SampleRate, options.Channels, frames);
        LoudnessMeter meter = new(options.SampleRate);
        byte[] bytes = new byte[FramesPerBlock * BytesPerFrame];
        float[] left = new float[FramesPerBlock];
        float[] right = new float[FramesPerBlock];
        float[] together = new float[FramesPerBlock * Channels];
        float peak = 0;
        for (long done = 0; done < frames;)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = (int)Math.Min(FramesPerBlock, frames - done);
            samples.ReadExactly(bytes.AsSpan(0, length * BytesPerFrame));
            for (int t = 0; t < length; t++)
            {
                left[t] = SampleAt(bytes, t * BytesPerFrame);
                right[t] = SampleAt(bytes, (t * BytesPerFrame) + 2);
                left[t] = options.Mono ? (left[t] + right[t]) / 2 : left[t];
                right[t] = options.Mono ? left[t] : right[t];
                (together[t * options.Channels], together[((t + 1) * options.Channels) - 1]) = (left[t], right[t]);
                peak = Math.Max(peak, Math.Max(Math.Abs(left[t]), Math.Abs(right[t])));
            }

            file.Append(together.AsSpan(0, length * options.Channels));
            meter.Add(left.AsSpan(0, length), right.AsSpan(0, length));
            done += length;
        }

        file.Finish();
        return new SoundReport(frames, frames / (double)options.SampleRate, meter.Loudness, 20 * Math.Log10(peak), 0, 0, 0);
    }

    /// <summary>A sample in such a way that a <see cref="WavWriter"/> writes the same number.</summary>
    private static float SampleAt(byte[] bytes, int offset) =>
        Math.Max(BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(offset)) / 32_767f, -1);

    /// <summary>Looks at the first bytes: of another file FluidSynth would say much and play silence.</summary>
    private static void RequireSoundFont(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"there is no sound font {path}; {SoundFontAdvice}");
        }

        Span<byte> header = stackalloc byte[12];
        using FileStream file = File.OpenRead(path);
        bool isWhole = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length;
        bool isBank = header[8..].SequenceEqual("sfbk"u8) || header[8..].SequenceEqual("DLS "u8);
        if (!isWhole || !header[..4].SequenceEqual("RIFF"u8) || !isBank)
        {
            throw new ToolException($"{path} is no sound font, of which the first bytes would be RIFF and sfbk; {SoundFontAdvice}");
        }
    }

    private static string FontToo(string soundFont) =>
        File.Exists(soundFont) ? "" : $" and a sound font, for there is no {soundFont} ({SoundFontAdvice})";

    private static string Installation =>
        OperatingSystem.IsMacOS() ? "brew install fluid-synth"
        : OperatingSystem.IsWindows() ? "choco install fluidsynth"
        : "in Debian and Ubuntu the package fluidsynth";
}
