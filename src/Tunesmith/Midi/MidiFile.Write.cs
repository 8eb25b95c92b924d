using Tunesmith.Files;

namespace Tunesmith.Midi;

public sealed partial class MidiFile
{
    /// <summary>The bytes of the file. Channel events of one status in a row have one status byte: running status is used.</summary>
    /// <exception cref="InvalidOperationException">Two events of a track lie more than 268,435,455 ticks apart, or a track exceeds 4 GB.</exception>
    public byte[] ToBytes() => MidiWriter.Write(this);

    /// <summary>Writes the file whole or not at all: beside it first, then moved to its place.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="InvalidOperationException">See <see cref="ToBytes"/>.</exception>
    public void Save(string path) => WholeFile.Write(path, ToBytes());
}
