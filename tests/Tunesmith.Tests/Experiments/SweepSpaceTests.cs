using System.Text.Json.Nodes;
using CsCheck;
using Tunesmith.Experiments;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments;

public sealed class SweepSpaceTests
{
    private const string Space = """
        {
          "learningRate": { "min": 0.001, "max": 0.1, "scale": "log" }, // a comment
          "regularization.outputDropout": [0, 0.5],
          "definition.hidden": [16, [8, 4]],
          "steps": { "min": 3, "max": 5, "integer": true }
        }
        """;

    [Fact]
    public void Choices_become_a_recipe()
    {
        SweepSpace space = SweepSpace.FromJson(Space, ManySongs.Recipe);
        Recipe recipe = space.RecipeOf(new JsonObject
        {
            ["learningRate"] = 0.02,
            ["regularization.outputDropout"] = 0.5,
            ["definition.hidden"] = 16,
            ["steps"] = 4,
        });
        Assert.Equal((0.02, 0.5, 4), (recipe.LearningRate, recipe.Regularization.OutputDropout, recipe.Steps));
        Assert.Equal([16], recipe.Definition.Hidden); // one number for a list is a list of one
        Assert.Equal((ManySongs.Recipe.Batch, ManySongs.Recipe.Definition.Window), (recipe.Batch, recipe.Definition.Window));
        Assert.Equal(["definition.hidden", "learningRate", "regularization.outputDropout", "steps"], space.Members);
    }

    [Fact]
    public void A_trial_is_a_function_of_the_seed_and_its_number() => Gen.Select(Gen.ULong, Gen.Int[0, 1_000_000]).Sample((seed, trial) =>
    {
        JsonObject first = SweepSpace.FromJson(Space, ManySongs.Recipe).Draw(seed, trial);
        Assert.Equal(first.ToJsonString(), SweepSpace.FromJson(Space, ManySongs.Recipe).Draw(seed, trial).ToJsonString());
        Assert.InRange(first["learningRate"]!.GetValue<double>(), 0.001, 0.1);
        Assert.InRange(first["steps"]!.GetValue<long>(), 3, 5);
    });

    [Fact]
    public void Every_value_is_drawn_about_equally_often()
    {
        SweepSpace space = SweepSpace.FromJson(Space, ManySongs.Recipe);
        JsonObject[] drawn = [.. Enumerable.Range(0, 3000).Select(trial => space.Draw(1, trial))];
        int[] counts = [.. Enumerable.Range(3, 3).Select(steps => drawn.Count(choices => choices["steps"]!.GetValue<long>() == steps))];
        Assert.All(counts, count => Assert.InRange(count, 900, 1100));
        Assert.InRange(drawn.Count(choices => choices["definition.hidden"] is JsonArray), 1400, 1600);
        Assert.InRange(drawn.Count(choices => choices["learningRate"]!.GetValue<double>() < 0.01), 1400, 1600); // half of a log scale
        Assert.NotEqual(space.Draw(1, 1).ToJsonString(), space.Draw(2, 0).ToJsonString());
    }

    [Theory]
    [InlineData("", "expected a space as JSON, found no JSON in line 1")]
    [InlineData("[1]", "expected a space as a JSON object of recipe members, found [1]")]
    [InlineData("{}", "the space is empty")]
    [InlineData("""{"\ud800": [1]}""", "expected a space as JSON, found letters that are not Unicode")]
    [InlineData("""{"scored": ["\ud800"]}""", "expected a space as JSON, found letters that are not Unicode")]
    [InlineData("{\n\"steps\": [1}", "found no JSON in line 2")]
    [InlineData("""{"steps": 3}""", "the space's member \"steps\": expected a list of choices, or {\"min\"")]
    [InlineData("""{"steps": []}""", "the space's member \"steps\": expected a list of choices")]
    [InlineData("""{"stepz": [3]}""", "the space's member \"stepz\": expected a recipe as JSON, found stepz, which it does not have")]
    [InlineData("""{"definition.stepz": [3]}""", "found definition.stepz, which it does not have")]
    [InlineData("""{"steps": ["many"]}""", "the space's member \"steps\": expected a recipe as JSON, found \"many\" for steps")]
    [InlineData("""{"scored": ["1"]}""", "the space's member \"scored\": expected a recipe as JSON, found \"1\" for scored")]
    [InlineData("{\"clip\": [f\nx\0y]}", "found no JSON in line 1: 'f x y]}' is an invalid JSON literal")]
    [InlineData("""{"steps": {"min": 3, "max": 5}}""", "for steps")]
    [InlineData("""{"steps": {"min": 3}}""", "expected a number for \"max\", found none")]
    [InlineData("""{"steps": {"min": "3", "max": 5}}""", "expected a number for \"min\", found \"3\"")]
    [InlineData("""{"steps": {"min": 5, "max": 3, "integer": true}}""", "min 5 is above max 3")]
    [InlineData("""{"steps": {"min": 1.5, "max": 3, "integer": true}}""", "min and max are whole numbers")]
    [InlineData("""{"clip": {"min": 0, "max": 3, "scale": "log"}}""", "a log scale begins above 0, not at 0")]
    [InlineData("""{"clip": {"min": 0, "max": 3, "scale": "square"}}""", "\"scale\" takes \"log\" or \"linear\", not \"square\"")]
    [InlineData("""{"clip": {"min": 0, "max": 3, "integer": 1}}""", "\"integer\" takes true or false, not 1")]
    [InlineData("""{"clip": {"min": 0, "max": 3, "step": 1}}""", "a range has min, max, scale, integer, not step")]
    [InlineData("""{"definition.encoding": ["lab"]}""", "\"definition.encoding\": all trials are judged on the same steps")]
    [InlineData("""{"minSteps": [20]}""", "\"minSteps\": all trials are judged on the same steps")]
    public void A_bad_space_is_refused_in_a_line_that_names_the_member(string text, string message)
    {
        SweepException error = Assert.Throws<SweepException>(() => SweepSpace.FromJson(text, ManySongs.Recipe));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public void A_text_changed_anywhere_is_a_space_or_refused()
    {
        const string Likely = "\"\\{}[],:0129-+e.EnulNaINtrf/ \n\0";
        Gen<char> letter = Gen.Int[0, Likely.Length - 1].Select(index => Likely[index]);
        Gen.Select(Gen.Int[0, Space.Length - 1], letter).Array[1, 5].Sample(
            changes =>
            {
                char[] text = Space.ToCharArray();
                Array.ForEach(changes, one => text[one.Item1] = one.Item2);
                try
                {
                    SweepSpace space = SweepSpace.FromJson(new string(text), ManySongs.Recipe);
                    Assert.Equal(space.Members, space.Draw(1, 0).Select(choice => choice.Key));
                }
                catch (SweepException error)
                {
                    Assert.DoesNotContain(error.Message, char.IsControl);
                    Assert.InRange(error.Message.Length, 1, 600);
                }
            },
            iter: 3_000,
            threads: 1);
    }
}
