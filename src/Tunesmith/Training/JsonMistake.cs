using System.Globalization;
using System.Text.Json;

namespace Tunesmith.Training;

/// <summary>Says in a few words what keeps a text from being JSON.</summary>
internal static class JsonMistake
{
    private const int LongestReason = 120; // the platform quotes what it found, however long it is

    /// <summary>Such as <c>no JSON in line 2: '}' is an invalid start of a value</c>.</summary>
    public static string Of(JsonException error)
    {
        string reason = error.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.'); // the place counts from 0 there
        string shown = reason.Length > LongestReason ? $"{reason[..LongestReason]}..." : reason;
        return string.Create(CultureInfo.InvariantCulture, $"no JSON in line {(error.LineNumber ?? 0) + 1}: {shown}");
    }
}
