using Tunesmith.Audio;

namespace Tunesmith.Cli.Programs;

/// <summary>Passes on a WAV file that is written to it, and tells how much a player has taken: no more ahead than a pipe holds.</summary>
/// <param name="stream">The player's standard input; it is left open.</param>
/// <param name="withHeader">Whether the file's header is passed on, too, or the samples alone.</param>
/// <param name="taken">Told after each write how many bytes of samples there have been.</param>
internal sealed class PlayerStream(Stream stream, bool withHeader, Action<long> taken) : Stream
{
    private int _headerLeft = WavWriter.HeaderLength;
    private long _taken;

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
    /// <exception cref="PlayerClosedException">The player takes no more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int header = Math.Min(_headerLeft, buffer.Length);
        _headerLeft -= header;
        try
        {
            stream.Write(withHeader ? buffer : buffer[header..]);
        }
        catch (IOException error)
        {
            throw new PlayerClosedException(error);
        }

        _taken += buffer.Length - header;
        taken(_taken);
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
