using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Tunesmith.Training;

/// <summary>
/// Reads recipes that people write. What the text says is laid over the JSON of <c>new Recipe()</c>, so that every member it leaves out
/// has its default, and a member that there is not, or a value that does not fit, can be named.
/// </summary>
internal static class RecipeReader
{
    /// <summary>The longest text that is taken for a recipe, in characters.</summary>
    private const int LongestText = 1 << 20;

    /// <summary>Reads a recipe.</summary>
    /// <exception cref="RecipeException">The text is not a recipe.</exception>
    public static Recipe Read(string json)
    {
        JsonNode? whole = null;
        try
        {
            JsonObject said = Parse(json);
            whole = Defaults();
            Lay(said, whole.AsObject(), RecipeJson.Default.Recipe, "");
            return whole.Deserialize(RecipeJson.Default.Recipe)!;
        }
        catch (JsonException error) when (whole is not null)
        {
            throw Refused(Misfit(error.Path ?? "$", whole), error);
        }
        catch (InvalidOperationException error)
        {
            throw Refused("letters that are not Unicode", error);
        }
    }

    private static JsonNode Defaults() => JsonSerializer.SerializeToNode(new Recipe(), RecipeJson.Default.Recipe)!;

    private static JsonObject Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json) || json.Length > LongestText)
        {
            throw Refused(json.Length > LongestText ? FormattableString.Invariant($"a text of {json.Length:N0} letters") : "nothing");
        }

        try
        {
            return JsonNode.Parse(json, documentOptions: HandwrittenJson.Options) as JsonObject
                ?? throw Refused(HandwrittenJson.Shown(json.Trim()));
        }
        catch (JsonException error)
        {
            throw Refused(HandwrittenJson.Mistake(error), error);
        }
    }

    /// <summary>Lays the members that a text says over those of a record.</summary>
    private static void Lay(JsonObject said, JsonObject over, JsonTypeInfo type, string path)
    {
        JsonPropertyInfo[] known = [.. type.Properties.Where(property => property.Get is not null)]; // what is never written has none
        foreach ((string name, JsonNode? value) in said)
        {
            if (known.FirstOrDefault(property => property.Name == name) is not { } member)
            {
                string members = string.Join(", ", known.Select(property => property.Name));
                string owner = path.Length == 0 ? "a recipe" : path.TrimEnd('.');
                throw Refused($"{path}{HandwrittenJson.Shown(name)}, which it does not have; {owner} has {members}");
            }

            JsonTypeInfo? inner = RecipeJson.Default.GetTypeInfo(member.PropertyType);
            if (inner?.Kind == JsonTypeInfoKind.Object && value is JsonObject innerSaid)
            {
                JsonObject innerOver = over[name] as JsonObject ?? [];
                over[name] = innerOver;
                Lay(innerSaid, innerOver, inner, $"{path}{name}.");
            }
            else
            {
                RequireName(member.PropertyType, value, $"{path}{name}", over[name]);
                over[name] = value?.DeepClone();
            }
        }
    }

    /// <summary>
    /// A choice among names is one of them: the platform would also take a number, in quotes or not, and several names at once.
    /// </summary>
    private static void RequireName(Type type, JsonNode? value, string member, JsonNode? usual)
    {
        bool isName = !type.IsEnum || (value is JsonValue text && text.TryGetValue(out string? name)
            && Enum.GetNames(type).Contains(name, StringComparer.OrdinalIgnoreCase));
        if (!isName)
        {
            string names = string.Join(" or ", Enum.GetNames(type).Select(known => $"\"{known}\""));
            string found = HandwrittenJson.Shown(value);
            throw Refused($"{found} for {member}, which by default is {usual?.ToJsonString()}; it takes {names}");
        }
    }

    /// <summary>
    /// What was found in the place of a member, from the path of the platform's message, such as <c>$.definition.hidden[0]</c>.
    /// </summary>
    private static string Misfit(string path, JsonNode whole)
    {
        JsonNode? found = whole;
        JsonNode? usual = Defaults();
        string member = path.TrimStart('$', '.').Split('[')[0];
        foreach (string name in member.Split('.'))
        {
            found = (found as JsonObject)?[name];
            usual = (usual as JsonObject)?[name];
        }

        return $"{HandwrittenJson.Shown(found)} for {HandwrittenJson.Shown(member)}, "
            + $"which by default is {HandwrittenJson.Shown(usual)}";
    }

    private static RecipeException Refused(string found, Exception? inner = null) =>
        new($"expected a recipe as JSON, found {found}", inner);
}
