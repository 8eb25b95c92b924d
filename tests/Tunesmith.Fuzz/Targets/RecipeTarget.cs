using System.Text.Json.Nodes;
using Tunesmith.Experiments;
using Tunesmith.Fuzz.Mutating;
using Tunesmith.Fuzz.Seeds;
using Tunesmith.Training;

namespace Tunesmith.Fuzz.Targets;

/// <summary>
/// Recipes and the spaces of sweeps, as people write them. A text is a recipe whose choices make sense and which is read again as it is
/// written, or is refused with a <see cref="RecipeException"/>; it is a space of which trials are drawn, or is refused with a
/// <see cref="SweepException"/>.
/// </summary>
internal sealed class RecipeTarget : IFuzzTarget
{
    private static readonly CostLimit Reading = new(Bytes: 1 << 20, BytesPerByte: 1_000, Milliseconds: 20, NanosecondsPerByte: 20_000);

    /// <inheritdoc/>
    public string Name => "recipe";

    /// <inheritdoc/>
    public IReadOnlyList<Mutation> Mutations { get; } = new TextMutations(
    [
        "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "false", "{}", "[]", "// x\n", "/* x */", "\\ud800", "\\u0000", "NaN",
        "Infinity", "\"Last\"", "\"Every\"", "\"Last,Every\"", "\"1\"", "\"small\"", "\"lab\"", "\"melody\"", "\"auto\"", "\"track:3\"",
        "\"token\"", "\"position\"", "\"hold\"", "\"bars 1\"", "\"log\"", "\"min\":1,", "\"max\":2,", "\"scale\":\"log\",",
        "\"integer\":true,", "\"learningRate\":0.1,", "\"steps\":3,", "\"definition\":", "\"definition.hidden\":[4],", "\"scored\":",
        "\"schedule\":{\"warmUp\":3},", "\"reachAccuracy\":{\"low\":0.5},", "\"regularization.outputDropout\":[0,0.5],", "\"clip\":",
        "\"seed\":", "\n", "é",
    ]).All;

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds() => RecipeSeeds.All();

    /// <inheritdoc/>
    public string Try(byte[] input, CostMeter meter)
    {
        string text = System.Text.Encoding.UTF8.GetString(input);
        string recipe = "";
        string space = "";
        meter.Measure("reading a recipe", input.Length, () => Reading, () => recipe = TryRecipe(text));
        meter.Measure("reading a space", input.Length, () => Reading with { Bytes = 8 << 20 }, () => space = TrySpace(text));
        return $"{recipe}; {space}";
    }

    private static string TryRecipe(string text)
    {
        try
        {
            Recipe recipe = Recipe.FromJson(text);
            recipe.Validate();
            string json = recipe.ToJson();
            FuzzFailureException.Unless(json == Recipe.FromJson(json).ToJson(), "expected the same recipe after writing");
            string lines = recipe.ToIndentedJson();
            FuzzFailureException.Unless(json == Recipe.FromJson(lines).ToJson(), "expected the same recipe from many lines");
            return $"{recipe.Scored} {recipe.Initialization} {recipe.Definition.Encoding} {string.Join(',', recipe.Definition.Inputs)} "
                + $"{recipe.Definition.Hidden.Count} {Signature.Bucket(recipe.Definition.Copies.Count)} {recipe.ReachAccuracy is null}";
        }
        catch (RecipeException refusal)
        {
            FuzzFailureException.UnlessOneLine(refusal.Message);
            return Signature.Words(refusal.Message.Replace("expected a recipe as JSON, found ", "", StringComparison.Ordinal));
        }
    }

    private static string TrySpace(string text)
    {
        try
        {
            SweepSpace space = SweepSpace.FromJson(text, Recipe.LookBack);
            for (int trial = 0; trial < 2; trial++)
            {
                JsonObject choices = space.Draw(1, trial);
                FuzzFailureException.Unless(choices.Count == space.Members.Count, "expected a choice for each member");
                TryChoices(space, choices);
            }

            return $"{string.Join(',', space.Members)}";
        }
        catch (SweepException refusal)
        {
            FuzzFailureException.UnlessOneLine(refusal.Message);
            return Signature.Words(refusal.Message.Replace("the space's member \"", "", StringComparison.Ordinal));
        }
    }

    /// <summary>Choices that each are fine may still make no sense together.</summary>
    private static void TryChoices(SweepSpace space, JsonObject choices)
    {
        try
        {
            space.RecipeOf(choices).Validate();
        }
        catch (RecipeException refusal)
        {
            FuzzFailureException.UnlessOneLine(refusal.Message);
        }
    }
}
