using Tunesmith.Files;
using Tunesmith.Midi.Reading;

namespace Tunesmith.Midi;

public sealed partial class MidiFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="MidiFormatException">The file is not a MIDI file, or it breaks the format and the options are strict.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static MidiFile Load(string path, MidiReadOptions? options = null)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return ReadOwned(bytes, options);
        }
        catch (MidiFormatException exception)
        {
            throw exception.InFile(path);
        }
    }

    /// <summary>Reads a stream from where it stands to its end, which is taken as the end of the file.</summary>
    /// <param name="stream">The stream; it is left open.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="MidiFormatException">It is not a MIDI file, or it breaks the format and the options are strict.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static MidiFile Load(Stream stream, MidiReadOptions? options = null) => ReadOwned(WholeStream.Read(stream), options);

    /// <summary>Reads a file's bytes. They are copied, so that the caller may change them afterwards.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="MidiFormatException">They are not a MIDI file, or they break the format and the options are strict.</exception>
    public static MidiFile FromBytes(ReadOnlySpan<byte> bytes, MidiReadOptions? options = null) =>
        ReadOwned(bytes.ToArray(), options);

    /// <summary>Reads a file's bytes without a copy: they may not change any more.</summary>
    internal static MidiFile ReadOwned(byte[] bytes, MidiReadOptions? options = null) =>
        MidiReader.Read(bytes, options ?? MidiReadOptions.Default);
}
