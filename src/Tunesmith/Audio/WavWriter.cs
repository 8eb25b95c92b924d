using System.Buffers.Binary;

namespace Tunesmith.Audio;

/// <summary>
/// Writes sound as a WAV file: 16-bit PCM in a RIFF file of the chunks <c>fmt </c> and <c>data</c>, little-endian. A sample of 1 becomes
/// 32,767; what lies beyond is cut off. The length is stated first, so that any stream will do.
/// </summary>
public sealed class WavWriter : IDisposable
{
    /// <summary>How long the header is, in bytes.</summary>
    public const int HeaderLength = 44;

    private const int BytesPerSample = 2;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[32_768];
    private long _bytesLeft;
    private int _filled;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Where to write; it is left open.</param>
    /// <param name="sampleRate">Samples a second in each channel.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="frames">How many samples each channel will have.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the file would have 4 GiB or more.</exception>
    public WavWriter(Stream stream, int sampleRate, int channels, long frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, MostFrames(channels));
        _stream = stream;
        _bytesLeft = frames * channels * BytesPerSample;
        Span<byte> header = stackalloc byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(HeaderLength - 8 + _bytesLeft));
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1); // PCM
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(sampleRate * channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 8 * BytesPerSample);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], (uint)_bytesLeft);
        stream.Write(header);
    }

    /// <summary>The most samples that a channel of a WAV file can have.</summary>
    /// <param name="channels">1 or 2.</param>
    public static long MostFrames(int channels) => (uint.MaxValue - HeaderLength + 8) / (channels * BytesPerSample);

    /// <summary>Writes more samples, channel beside channel.</summary>
    /// <param name="samples">The samples; full scale is 1.</param>
    /// <exception cref="InvalidOperationException">There are more than were announced.</exception>
    public void Append(ReadOnlySpan<float> samples)
    {
        _bytesLeft -= (long)samples.Length * BytesPerSample;
        if (_bytesLeft < 0)
        {
            throw new InvalidOperationException("The sound is longer than its header says.");
        }

        foreach (float sample in samples)
        {
            short value = (short)Math.Round(Math.Clamp(sample, -1, 1) * 32_767);
            BinaryPrimitives.WriteInt16LittleEndian(_buffer.AsSpan(_filled), value);
            _filled += BytesPerSample;
            if (_filled == _buffer.Length)
            {
                Flush();
            }
        }
    }

    /// <summary>Writes what is left of what was appended, and makes sure that it is all.</summary>
    /// <exception cref="InvalidOperationException">There are fewer samples than were announced.</exception>
    public void Finish()
    {
        Flush();
        if (_bytesLeft != 0)
        {
            throw new InvalidOperationException("The sound is shorter than its header says.");
        }
    }

    /// <summary>Writes what is left of what was appended, be it all or not, and leaves the stream open.</summary>
    public void Dispose() => Flush();

    private void Flush()
    {
        _stream.Write(_buffer, 0, _filled);
        _filled = 0;
    }
}
