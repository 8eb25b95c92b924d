using System.Text.Json;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>Tells in which choices two recipes differ.</summary>
internal static class RecipeDifference
{
    /// <summary>Each choice that differs, such as <c>learningRate was 0.001 and is now 0.01</c>.</summary>
    public static IEnumerable<string> Between(Recipe before, Recipe now)
    {
        using JsonDocument first = JsonDocument.Parse(before.ToJson());
        using JsonDocument second = JsonDocument.Parse(now.ToJson());
        return [.. Between(first.RootElement, second.RootElement)];
    }

    /// <summary>Each choice of two definitions that differs.</summary>
    public static IEnumerable<string> Between(ModelDefinition before, ModelDefinition now) =>
        Between(new Recipe { Definition = before }, new Recipe { Definition = now });

    // A member that only one of them has is one whose default is not written.
    private static IEnumerable<string> Between(JsonElement before, JsonElement now)
    {
        IEnumerable<string> names = before.EnumerateObject().Concat(now.EnumerateObject()).Select(member => member.Name).Distinct();
        return names.SelectMany(name => Between(name, ValueOf(before, name), ValueOf(now, name)));
    }

    private static IEnumerable<string> Between(string name, JsonElement? before, JsonElement? now)
    {
        if (before?.ValueKind == JsonValueKind.Object && now?.ValueKind == JsonValueKind.Object)
        {
            return Between(before.Value, now.Value);
        }

        string was = before?.GetRawText() ?? "the usual";
        string isNow = now?.GetRawText() ?? "the usual";
        return was == isNow ? [] : [$"{name} was {was} and is now {isNow}"];
    }

    private static JsonElement? ValueOf(JsonElement container, string name) =>
        container.TryGetProperty(name, out JsonElement value) ? value : null;
}
