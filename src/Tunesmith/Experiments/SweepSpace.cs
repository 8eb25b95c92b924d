using System.Text.Json.Nodes;
using Tunesmith.Compute;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>
/// The recipes among which a search chooses: a base recipe, some of whose members take one of a list of values or a number from a range.
/// docs/command-line.md describes the text.
/// </summary>
public sealed class SweepSpace
{
    /// <summary>What fixes which songs there are and what is scored, which has to be the same for all trials.</summary>
    private static readonly string[] Fixed =
        ["name", "minSteps", "definition", "definition.encoding", "definition.voice", "definition.grid", "definition.restIsToken"];

    private readonly SortedDictionary<string, SweepValues> _members;
    private readonly string _base;

    private SweepSpace(SortedDictionary<string, SweepValues> members, Recipe baseRecipe, string text)
    {
        _members = members;
        _base = baseRecipe.ToJson();
        BaseRecipe = baseRecipe;
        Text = text;
    }

    /// <summary>The recipe that holds where the space does not say.</summary>
    public Recipe BaseRecipe { get; }

    /// <summary>The names of the members that vary, in ordinal order.</summary>
    public IReadOnlyCollection<string> Members => _members.Keys;

    /// <summary>The space as it was written, without spaces and comments.</summary>
    internal string Text { get; }

    /// <summary>
    /// Reads a space: a JSON object whose keys are members of recipes, those of inner objects with a dot between, and whose values are
    /// lists of choices or ranges <c>{"min", "max", "scale": "log|linear", "integer": true|false}</c>.
    /// </summary>
    /// <param name="json">The text; comments are passed over.</param>
    /// <param name="baseRecipe">The recipe that holds where the space does not say.</param>
    /// <exception cref="SweepException">It is no space, or recipes have no such member or value; the message names it.</exception>
    public static SweepSpace FromJson(string json, Recipe baseRecipe)
    {
        (SortedDictionary<string, SweepValues> members, string text) = SweepSpaceReader.Read(json);
        SweepSpace space = new(members, baseRecipe, text);
        foreach ((string name, SweepValues values) in members)
        {
            if (Fixed.Contains(name))
            {
                throw new SweepException(
                    $"the space's member \"{name}\": all trials are judged on the same steps of the same songs, so it cannot vary");
            }

            foreach (JsonNode? value in values.Samples)
            {
                space.Try(name, value);
            }
        }

        return space;
    }

    /// <summary>The choices of a trial: a function of the space, the seed and the trial's number alone.</summary>
    /// <param name="seed">What fixes the search.</param>
    /// <param name="trial">The trial, counted from 0.</param>
    public JsonObject Draw(ulong seed, int trial)
    {
        ulong state = seed;
        ulong mixed = RandomSource.SplitMix(ref state) + (ulong)trial; // so that trial 1 of seed 1 is not trial 0 of seed 2
        RandomSource random = new(mixed, RandomPurpose.Sweep);
        JsonObject choices = [];
        foreach ((string name, SweepValues values) in _members)
        {
            choices.Add(name, values.Draw(random));
        }

        return choices;
    }

    /// <summary>The recipe of some choices; whether they make sense together is not looked at.</summary>
    /// <exception cref="RecipeException">They are no recipe's.</exception>
    public Recipe RecipeOf(JsonObject choices)
    {
        JsonObject recipe = JsonNode.Parse(_base)!.AsObject();
        foreach ((string name, JsonNode? value) in choices)
        {
            Set(recipe, name, value?.DeepClone());
        }

        return Recipe.FromJson(recipe.ToJsonString());
    }

    private void Try(string name, JsonNode? value)
    {
        try
        {
            RecipeOf(new JsonObject { [name] = value });
        }
        catch (RecipeException error)
        {
            throw new SweepException($"the space's member \"{name}\": {error.Message}", error);
        }
    }

    private static void Set(JsonObject recipe, string name, JsonNode? value)
    {
        string[] path = name.Split('.');
        JsonObject container = recipe;
        foreach (string part in path[..^1])
        {
            if (container[part] is not JsonObject inner)
            {
                inner = [];
                container[part] = inner; // a member that there is not is refused when the recipe is read, by its name
            }

            container = inner;
        }

        // One number for a list, as the sizes of layers are, is a list of one.
        container[path[^1]] = container[path[^1]] is JsonArray && value is JsonValue ? new JsonArray(value) : value;
    }
}
