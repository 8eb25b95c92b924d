using System.Text.Json.Serialization;

namespace Tunesmith.Cli.Commands.Songs;

/// <summary>What <c>tunesmith draw --json</c> reports.</summary>
/// <param name="Picture">The file that was written; null where the terminal was drawn on.</param>
/// <param name="Title">The song's title.</param>
/// <param name="Notes">How many notes the song, or its melody, has.</param>
/// <param name="Bars">How many bars it has.</param>
/// <param name="FirstBar">The first bar drawn.</param>
/// <param name="LastBar">The last bar drawn.</param>
/// <param name="NotesLeftOut">How many notes of these bars found no room.</param>
internal sealed record DrawDocument(string? Picture, string Title, int Notes, long Bars, long FirstBar, long LastBar, long NotesLeftOut);

/// <summary>JSON of <c>tunesmith draw</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DrawDocument))]
internal sealed partial class DrawJson : JsonSerializerContext;
