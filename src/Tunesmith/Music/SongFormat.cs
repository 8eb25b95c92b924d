namespace Tunesmith.Music;

/// <summary>Which of the two formats of songs a file has: MIDI or ABC.</summary>
internal static class SongFormat
{
    private const string Abc = ".abc";

    private static readonly string[] Midi = [".mid", ".midi", ".kar", ".smf"];

    /// <summary>Whether a name is that of an ABC file, in letters of any case.</summary>
    public static bool IsAbc(string path) => Path.GetExtension(path).Equals(Abc, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is that of a MIDI file, in letters of any case.</summary>
    public static bool IsMidi(string path) => Midi.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file is ABC: by its name, or, where that is not one of MIDI either, by how it begins.</summary>
    public static bool IsAbc(string path, ReadOnlySpan<byte> bytes) =>
        IsAbc(path) || (!IsMidi(path) && (bytes.StartsWith("X:"u8) || bytes.StartsWith("%abc"u8)));
}
