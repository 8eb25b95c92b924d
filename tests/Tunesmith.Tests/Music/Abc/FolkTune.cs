using System.IO.Compression;
using System.Text.Json;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>One tune of the folk collection beside the repository, with the notes that another program makes of it.</summary>
/// <param name="Name">The tune's name in the collection.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Notes">
/// Onset, length and pitch at 480 ticks a quarter, sorted; the one tick by which that program delays onsets is taken off.
/// </param>
internal sealed record FolkTune(string Name, string File, IReadOnlyList<(long Onset, long Length, int Pitch)> Notes)
{
    /// <summary>The collection; skips the test where it is absent.</summary>
    public static FolkTune[] All()
    {
        using FileStream file = System.IO.File.OpenRead(SharedData.Require("data/folk/manifest.json.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using JsonDocument manifest = JsonDocument.Parse(unpacked);
        return [.. manifest.RootElement.EnumerateArray().Select(tune => new FolkTune(
            tune.GetProperty("id").GetString()!,
            tune.GetProperty("abc").GetString()!,
            [.. tune.GetProperty("notes").EnumerateArray().Select(Exact).Order()]))];
    }

    /// <summary>The tune's text.</summary>
    public string Text => System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(SharedData.Require($"data/folk/abc/{File}")));

    /// <summary>Its notes as they are read here.</summary>
    public (long Onset, long Length, int Pitch)[] Written => NotesOf(Read(AbcReadOptions.Default).Score!);

    /// <summary>The tune as it is read here.</summary>
    public AbcTune Read(AbcReadOptions options) =>
        AbcTunebook.Load(SharedData.Require($"data/folk/abc/{File}"), options).Tunes[0];

    /// <summary>The notes of a song in the same form.</summary>
    public static (long Onset, long Length, int Pitch)[] NotesOf(Score score)
    {
        return [.. score.Notes
            .Select(note => (At480(note.Onset), At480(note.End) - At480(note.Onset), note.Pitch.Number)).Order()];

        long At480(long tick) => tick * 480 / score.TicksPerQuarter;
    }

    private static (long, long, int) Exact(JsonElement note) =>
        (note[0].GetInt64() - 1, note[1].GetInt64() + 1, note[2].GetInt32());
}
