using Tunesmith.Files;

namespace Tunesmith.Midi;

public sealed partial class MidiFile
{
    /// <summary>The bytes of the file. A channel event after one of the same status leaves its status byte out (running status).</summary>
    /// <exception cref="InvalidOperationException">Two events lie more than 268,435,455 ticks apart, or the file exceeds 2 GB.</exception>
    public byte[] ToBytes() => MidiWriter.Write(this);

    /// <summary>Writes the file whole or not at all: beside it first, then moved to its place.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="InvalidOperationException">See <see cref="ToBytes"/>.</exception>
    public void Save(string path) => WholeFile.Write(path, ToBytes());

    /// <summary>Writes the bytes of the file to a stream.</summary>
    /// <param name="stream">Where; it is left open.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="InvalidOperationException">See <see cref="ToBytes"/>.</exception>
    public void Save(Stream stream) => stream.Write(ToBytes());
}
