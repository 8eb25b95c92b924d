using Tunesmith.Audio;

namespace Tunesmith.Cli.Programs;

/// <summary>Passes on a WAV file that is written to it, but for its header.</summary>
/// <param name="stream">Where the samples go; it is left open.</param>
internal sealed class SamplesOnly(Stream stream) : Stream
{
    private int _headerLeft = WavFile.HeaderLength;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int skipped = Math.Min(_headerLeft, buffer.Length);
        _headerLeft -= skipped;
        stream.Write(buffer[skipped..]);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => stream.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
