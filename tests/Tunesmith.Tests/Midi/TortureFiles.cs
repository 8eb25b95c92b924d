using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

/// <summary>The unusual and broken files beside the repository, and what other parsers say of them.</summary>
internal static class TortureFiles
{
    public static string Folder => SharedData.Require("data/torture/files");

    /// <summary>The files that are MIDI files.</summary>
    public static IEnumerable<(string Name, MidiFile File)> Readable()
    {
        foreach (string path in Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal))
        {
            MidiFile file;
            try
            {
                file = MidiFile.Load(path);
            }
            catch (MidiFormatException)
            {
                continue;
            }

            yield return (Path.GetFileName(path), file);
        }
    }

    /// <summary>The manifest's entries.</summary>
    public static JsonElement[] Manifest()
    {
        using FileStream stream = File.OpenRead(SharedData.Require("data/torture/manifest.json"));
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray()];
    }

    /// <summary>
    /// SHA-256 of one line <c>track,tick,channel,pitch,velocity</c> for each press, and each release as velocity 0 where wanted.
    /// </summary>
    public static string NoteHash(MidiFile file, bool withReleases)
    {
        StringBuilder lines = new();
        for (int track = 0; track < file.Tracks.Count; track++)
        {
            foreach (MidiEvent midiEvent in file.Tracks[track].Events.Where(e => e.IsPress || (withReleases && e.IsRelease)))
            {
                int velocity = midiEvent.IsPress ? midiEvent.Data2 : 0;
                lines.Append(CultureInfo.InvariantCulture, $"{track},{midiEvent.Tick},{midiEvent.Channel},{midiEvent.Data1},{velocity}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(lines.ToString())));
    }
}
