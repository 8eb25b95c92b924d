namespace Tunesmith.Corpus.Reading;

/// <summary>How the names of song files end, in letters of any case.</summary>
internal static class SongExtensions
{
    private const string Abc = ".abc";

    private static readonly string[] Midi = [".mid", ".midi", ".kar", ".smf"];

    /// <summary>Whether a name is that of an ABC file.</summary>
    public static bool IsAbc(string path) => Path.GetExtension(path).Equals(Abc, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is that of a MIDI file.</summary>
    public static bool IsMidi(string path) => Midi.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
