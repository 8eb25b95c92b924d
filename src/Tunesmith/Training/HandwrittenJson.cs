using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tunesmith.Training;

/// <summary>JSON that people write: what is allowed in it, and how messages speak of it.</summary>
internal static class HandwrittenJson
{
    private const int LongestReason = 120; // the platform quotes what it found, however long it is
    private const int LongestShown = 40;

    /// <summary>Comments and commas at the end are passed over; what stands twice is a mistake.</summary>
    public static JsonDocumentOptions Options { get; } = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>What keeps a text from being JSON, such as <c>no JSON in line 2: '}' is an invalid start of a value</c>.</summary>
    public static string Mistake(JsonException error)
    {
        string reason = error.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.'); // the place counts from 0 there
        string shown = reason.Length > LongestReason ? $"{reason[..LongestReason]}..." : reason;
        return FormattableString.Invariant($"no JSON in line {(error.LineNumber ?? 0) + 1}: {shown}");
    }

    /// <summary>As much as a message shows of what it found: its first 40 letters.</summary>
    public static string Shown(JsonNode? value) => Shown(value?.ToJsonString() ?? "null");

    /// <inheritdoc cref="Shown(JsonNode?)"/>
    public static string Shown(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}...";
}
