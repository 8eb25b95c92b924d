using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tunesmith.Training;

/// <content>Recipes as text.</content>
public sealed partial record Recipe
{
    private static readonly RecipeJson Indented =
        new(new JsonSerializerOptions(RecipeJson.Default.Options) { WriteIndented = true, NewLine = "\n" });

    /// <summary>
    /// Reads a recipe from JSON. What it does not say is as in <c>new Recipe()</c>. Comments are passed over.
    /// </summary>
    /// <exception cref="RecipeException">The text is not a recipe; the message says which member, or which line.</exception>
    public static Recipe FromJson(string json) => RecipeReader.Read(json);

    /// <summary>The recipe as JSON; the same text for the same recipe.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecipeJson.Default.Recipe);

    /// <summary>The recipe as JSON on many lines, to be read and changed by a person.</summary>
    public string ToIndentedJson() => JsonSerializer.Serialize(this, Indented.Recipe);
}

/// <summary>JSON of recipes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Recipe))]
internal sealed partial class RecipeJson : JsonSerializerContext;
