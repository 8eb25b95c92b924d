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

    /// <summary>Whether two definitions make the same choices.</summary>
    public static bool IsSame(ModelDefinition first, ModelDefinition second) =>
        !Between(new Recipe { Definition = first }, new Recipe { Definition = second }).Any();

    // Both come from the same record, so they have the same members in the same order.
    private static IEnumerable<string> Between(JsonElement before, JsonElement now) =>
        before.EnumerateObject().Zip(now.EnumerateObject()).SelectMany(pair => pair.First.Value.ValueKind == JsonValueKind.Object
            ? Between(pair.First.Value, pair.Second.Value)
            : pair.First.Value.GetRawText() == pair.Second.Value.GetRawText()
                ? []
                : [$"{pair.First.Name} was {pair.First.Value.GetRawText()} and is now {pair.Second.Value.GetRawText()}"]);
}
