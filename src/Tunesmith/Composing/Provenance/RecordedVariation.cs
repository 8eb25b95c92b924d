using System.Security.Cryptography;
using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>
/// A song of which bars were composed anew. The record has not the song, for it has not its other tracks: composing it again takes it
/// beside.
/// </summary>
/// <param name="Song">The song's fingerprint, as <see cref="FingerprintOf"/> has it.</param>
/// <param name="First">The first step that was composed anew, on the model's grid; as many follow as were composed.</param>
internal sealed record RecordedVariation(string Song, int First)
{
    /// <summary>
    /// The fingerprint of a song: SHA-256 of the MIDI file that its <see cref="Score"/> is written to, in small hexadecimal digits. A song
    /// that was saved again with the same notes, controllers, tempi and meters has the same.
    /// </summary>
    public static string FingerprintOf(Score song) => Convert.ToHexStringLower(SHA256.HashData(song.ToMidi().ToBytes()));
}
