using System.Buffers.Binary;
using Tunesmith.Midi;
using Tunesmith.Midi.Reading;

namespace Tunesmith.Corpus.Reading;

/// <summary>Files that are no songs at all: what they are instead, for messages.</summary>
internal static class ForeignFile
{
    private const int ModelStart = 8; // bytes of the length that a model begins with

    /// <summary>
    /// What a file is that is not ABC, and no MIDI file with something before its header: such as <c>it is a zip archive; unpack it</c>.
    /// Null where it is a MIDI file, be it a damaged one.
    /// </summary>
    /// <param name="bytes">All of the file.</param>
    public static string? Describe(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "the file is empty"
        : MidiWrapper.IsZip(bytes) ? "it is a zip archive; unpack it"
        : IsModel(bytes) ? "it is a model, not a song; tunesmith compose takes it"
        : MidiWrapper.MayHoldHeader(bytes) ? null
        : $"it is neither MIDI nor ABC, but begins with {MidiChunk.Describe(bytes)}";

    /// <summary>Whether it begins as a model file does: how long its list of tensors is, and then that list.</summary>
    private static bool IsModel(ReadOnlySpan<byte> bytes) =>
        bytes.Length > ModelStart
        && bytes[ModelStart] == '{'
        && BinaryPrimitives.ReadUInt64LittleEndian(bytes) <= (ulong)(bytes.Length - ModelStart);
}
