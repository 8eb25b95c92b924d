using System.Text.Json;
using System.Text.Json.Nodes;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>Reads the space of a search from JSON that a person wrote.</summary>
internal static class SweepSpaceReader
{
    private const string Allowed =
        "a list of choices, or {\"min\": N, \"max\": N} with \"scale\": \"log\" or \"linear\" and \"integer\": true or false";

    private static readonly string[] RangeKeys = ["min", "max", "scale", "integer"];

    /// <summary>Reads the members and their values.</summary>
    /// <returns>The members in ordinal order of their names, and the text without what does not matter.</returns>
    /// <exception cref="SweepException">The text is no such space.</exception>
    public static (SortedDictionary<string, SweepValues> Members, string Text) Read(string json)
    {
        SortedDictionary<string, SweepValues> members = new(StringComparer.Ordinal);
        JsonObject said = Parse(json);
        foreach ((string name, JsonNode? values) in said)
        {
            members.Add(name, values switch
            {
                JsonArray { Count: > 0 } list => new ListedValues([.. list.Select(choice => choice?.DeepClone())]),
                JsonObject range => Range(name, range),
                _ => throw Refused(name, $"expected {Allowed}, found {HandwrittenJson.Shown(values)}"),
            });
        }

        return members.Count > 0
            ? (members, said.ToJsonString())
            : throw new SweepException("the space is empty; name a member of the recipe, such as \"learningRate\"");
    }

    private static JsonObject Parse(string json)
    {
        try
        {
            JsonObject said = JsonNode.Parse(json, documentOptions: HandwrittenJson.Options) as JsonObject
                ?? throw new SweepException(
                    $"expected a space as a JSON object of recipe members, found {HandwrittenJson.Shown(json.Trim())}");
            said.ToJsonString(); // names and texts are looked at only when they are asked for
            return said;
        }
        catch (InvalidOperationException error)
        {
            throw new SweepException("expected a space as JSON, found letters that are not Unicode", error);
        }
        catch (JsonException error)
        {
            throw new SweepException($"expected a space as JSON, found {HandwrittenJson.Mistake(error)}", error);
        }
    }

    private static RangedValues Range(string name, JsonObject range)
    {
        if (range.Select(pair => pair.Key).FirstOrDefault(key => !RangeKeys.Contains(key)) is { } unknown)
        {
            throw Refused(name, $"a range has {string.Join(", ", RangeKeys)}, not {unknown}");
        }

        (double min, double max) = (Number(name, range, "min"), Number(name, range, "max"));
        bool isWhole = range["integer"] switch
        {
            null => false,
            JsonValue value when value.TryGetValue(out bool whole) => whole,
            { } other => throw Refused(name, $"\"integer\" takes true or false, not {HandwrittenJson.Shown(other)}"),
        };
        string scale = range["scale"] switch
        {
            null => "linear",
            JsonValue value when value.TryGetValue(out string? text) && text is "log" or "linear" => value.GetValue<string>(),
            { } other => throw Refused(name, $"\"scale\" takes \"log\" or \"linear\", not {HandwrittenJson.Shown(other)}"),
        };
        if (min > max || (scale == "log" && min <= 0))
        {
            throw Refused(name, min > max
                ? FormattableString.Invariant($"min {min} is above max {max}")
                : FormattableString.Invariant($"a log scale begins above 0, not at {min}"));
        }

        if (isWhole && (Math.Floor(min) != min || Math.Floor(max) != max || Math.Abs(min) > int.MaxValue || Math.Abs(max) > int.MaxValue))
        {
            throw Refused(name, FormattableString.Invariant(
                $"with \"integer\": true min and max are whole numbers up to {int.MaxValue}, not {min} and {max}"));
        }

        return new RangedValues(min, max, scale == "log", isWhole);
    }

    private static double Number(string name, JsonObject range, string key) => range[key] switch
    {
        JsonValue value when value.TryGetValue(out double number) && double.IsFinite(number) => number,
        null => throw Refused(name, $"expected a number for \"{key}\", found none"),
        { } other => throw Refused(name, $"expected a number for \"{key}\", found {HandwrittenJson.Shown(other)}"),
    };

    private static SweepException Refused(string name, string message) => new($"the space's member \"{name}\": {message}");
}
