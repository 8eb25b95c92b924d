namespace Tunesmith.Midi;

/// <summary>
/// Numbers of variable length: seven bits a byte, the most significant first, the high bit set in all bytes but the last.
/// The specification allows 4 bytes, and so 0 to 268,435,455.
/// </summary>
internal static class VariableLength
{
    public const int Highest = 0x0FFFFFFF;

    /// <summary>The number of bytes of a value.</summary>
    public static int Size(int value) => value switch
    {
        < 1 << 7 => 1,
        < 1 << 14 => 2,
        < 1 << 21 => 3,
        _ => 4,
    };

    /// <summary>Writes a value from 0 to <see cref="Highest"/> and returns its number of bytes.</summary>
    public static int Write(Span<byte> destination, int value)
    {
        if (value < 0x80)
        {
            destination[0] = (byte)value;
            return 1;
        }

        int size = Size(value);
        for (int index = size - 1; index >= 0; index--, value >>= 7)
        {
            destination[index] = (byte)((value & 0x7F) | (index == size - 1 ? 0 : 0x80));
        }

        return size;
    }

    /// <summary>
    /// Reads a value and returns its number of bytes, or 0 where the bytes end first. More than 4 bytes are read to the last,
    /// and a value that is too high is <see cref="Highest"/>.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> bytes, out int value)
    {
        long sum = 0;
        for (int index = 0; index < bytes.Length; index++)
        {
            sum = Math.Min((sum << 7) | (bytes[index] & 0x7Fu), Highest);
            if (bytes[index] < 0x80)
            {
                value = (int)sum;
                return index + 1;
            }
        }

        value = 0;
        return 0;
    }
}
