namespace Tunesmith.Midi;

/// <summary>What chunks of MIDI and RIFF files have in common: a name of four letters and a length of four bytes.</summary>
internal static class MidiChunk
{
    /// <summary>The bytes before a chunk's content.</summary>
    public const int HeaderLength = 8;

    public static ReadOnlySpan<byte> Header => "MThd"u8;

    public static ReadOnlySpan<byte> Track => "MTrk"u8;

    /// <summary>Whether bytes begin with the name of a chunk and a length.</summary>
    public static bool IsAt(ReadOnlySpan<byte> bytes) => bytes.Length >= HeaderLength && IsPrintable(bytes[..4]);

    /// <summary>The first four bytes as text or in hexadecimal, for a message on one line.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> shown = bytes[..Math.Min(4, bytes.Length)];
        return shown.IsEmpty ? "the end of the file"
            : IsPrintable(shown) ? $"'{System.Text.Encoding.ASCII.GetString(shown)}'"
            : $"the bytes {Convert.ToHexString(shown)}";
    }

    private static bool IsPrintable(ReadOnlySpan<byte> name) => !name.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
