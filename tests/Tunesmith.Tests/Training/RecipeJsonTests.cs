using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Recipes as JSON: what is written is read back, and what is none is refused by name.</summary>
public sealed class RecipeJsonTests
{
    private const string LabAsJson =
        """
        {"name":"lab",
        "definition":{"encoding":"lab","voice":"auto","grid":4,"restIsToken":false,"inputs":["token"],"copies":[],"skip":false,
        "hidden":[128],"window":64},
        "minSteps":128,"scored":"Last","batch":256,"steps":200,"learningRate":0.001,"schedule":{"warmUp":0,"finalShare":1},"clip":0,
        "regularization":{"weightDecay":0,"inputDropout":0,"outputDropout":0,"transpose":0},"initialization":"Lab",
        "validation":{"share":0,"every":10,"patience":0},"reachAccuracy":null,"displayEvery":10,"seed":1}
        """;

    [Fact]
    public void A_recipe_and_its_json_are_the_same_thing()
    {
        Assert.Equal(LabAsJson.ReplaceLineEndings(""), Recipe.Lab.ToJson());
        Recipe other = Recipe.Lab with
        {
            Name = "\"é\"",
            Definition = new ModelDefinition { Hidden = [3, 5], Window = 7 },
            Scored = ScoredSteps.Every,
            LearningRate = 0.1 + 0.2,
            Schedule = new() { WarmUp = 20, FinalShare = 0.1 },
            Clip = 1,
            Regularization = new() { WeightDecay = 0.1, InputDropout = 0.4, OutputDropout = 0.5, Transpose = 6 },
            Initialization = InitialWeights.Small,
            Validation = new() { Share = 0.1, Every = 3, Patience = 4 },
            ReachAccuracy = new(),
            Seed = ulong.MaxValue,
        };
        other.Validate();
        string json = other.ToJson();
        Assert.Equal(json, Recipe.FromJson(other.ToIndentedJson()).ToJson());
        Assert.Equal((0.75, 0.9), (other.ReachAccuracy.Low, other.ReachAccuracy.High));
        Assert.Equal(json, Recipe.FromJson(json).ToJson());
        Assert.Equal(0.1 + 0.2, Recipe.FromJson(json).LearningRate);
        Assert.Equal(ulong.MaxValue, Recipe.FromJson(json).Seed);
    }

    [Fact]
    public void A_voice_and_a_grid_are_read_as_they_are_written()
    {
        ModelDefinition definition = new() { Encoding = "melody", Voice = "track:2", Grid = 12 };
        string json = With(definition).ToJson();
        Assert.Contains("{\"encoding\":\"melody\",\"voice\":\"track:2\",\"grid\":12,", json, StringComparison.Ordinal);
        ModelDefinition read = Recipe.FromJson(json).Definition;
        Assert.Equal(("track:2", 12), (read.Voice, read.Grid));
        Assert.Equal((MelodyVoice.Track(2), 12, 130), (read.FindEncoding().Voice, read.FindEncoding().StepsPerQuarter, read.OutcomeCount));
        Assert.Equal(
            ["encoding was \"lab\" and is now \"melody\"", "voice was \"auto\" and is now \"track:2\"", "grid was 4 and is now 12"],
            RecipeDifference.Between(With(new ModelDefinition()), With(definition)));
        Assert.Empty(RecipeDifference.Between(With(definition), With(read)));
    }

    [Fact]
    public void The_indented_json_has_a_member_on_each_line()
    {
        string[] lines = Recipe.Lab.ToIndentedJson().Split('\n');
        Assert.Equal("{", lines[0]);
        Assert.Contains("  \"learningRate\": 0.001,", lines);
        Assert.Contains("    \"weightDecay\": 0,", lines);
        Assert.DoesNotContain(lines, line => line.EndsWith('\r'));
    }

    [Fact]
    public void What_a_recipe_does_not_say_is_as_usual()
    {
        Assert.Equal(new Recipe().ToJson(), Recipe.FromJson("{}").ToJson());
        Recipe some = Recipe.FromJson(
            """
            {
              // a person wrote this
              "schedule": { "warmUp": 3 },
              "reachAccuracy": { "low": 0.5 },
              "definition": { "hidden": [5, 6] },
            }
            """);
        Assert.Equal((3, 1.0), (some.Schedule.WarmUp, some.Schedule.FinalShare));
        Assert.Equal((0.5, 0.9), (some.ReachAccuracy!.Low, some.ReachAccuracy.High));
        Assert.Equal([5, 6], some.Definition.Hidden);
        Assert.Equal(64, some.Definition.Window);
        some.Validate();
    }

    [Theory]
    [InlineData("""{"batches":3}""", "batches, which it does not have; a recipe has name, definition, minSteps, scored, batch, steps,")]
    [InlineData("""{"schedule":{"cosine":true}}""", "schedule.cosine, which it does not have; schedule has warmUp, finalShare")]
    [InlineData("""{"definition":{"units":3}}""", "definition.units, which it does not have; definition has encoding, voice, grid, ")]
    [InlineData("""{"definition":{"outcomeCount":3}}""", "definition.outcomeCount, which it does not have; ")]
    [InlineData("""{"warnings":[]}""", "warnings, which it does not have; a recipe has name, ")]
    [InlineData("""{"definition":null}""", "null for definition, which by default is {")]
    [InlineData("""{"validation":7}""", "7 for validation, which by default is {\"share\":0,")]
    [InlineData("""{"definition":{"hidden":null}}""", "null for definition.hidden, which by default is [128]")]
    [InlineData("""{"definition":{"hidden":[64,null]}}""", "[64,null] for definition.hidden, which by default is [128]")]
    [InlineData("""{"scored":"First"}""", "\"First\" for scored, which by default is \"Last\"")]
    [InlineData("""{"scored":"1"}""", "\"1\" for scored, which by default is \"Last\"; it takes \"Last\" or \"Every\"")]
    [InlineData("""{"scored":1}""", "1 for scored, which by default is \"Last\"; it takes \"Last\" or \"Every\"")]
    [InlineData("""{"scored":"Last,Every"}""", "\"Last,Every\" for scored, which by default is \"Last\"; it takes ")]
    [InlineData("""{"scored":" Last"}""", "\" Last\" for scored, which by default is \"Last\"; it takes ")]
    [InlineData("""{"scored":null}""", "null for scored, which by default is \"Last\"; it takes ")]
    [InlineData("""{"initialization":[]}""", "[] for initialization, which by default is \"Lab\"; it takes \"Lab\" or \"Small\"")]
    [InlineData("""{"steps":1.5}""", "1.5 for steps, which by default is 200")]
    [InlineData("""{"batch":1e10}""", "1e10 for batch, which by default is 256")]
    [InlineData("""{"seed":-1}""", "-1 for seed, which by default is 1")]
    [InlineData("""{"clip":"1"}""", "\"1\" for clip, which by default is 0")]
    [InlineData("""{"reachAccuracy":{"lowest":0.8}}""", "reachAccuracy.lowest, which it does not have; reachAccuracy has low, high")]
    [InlineData("""{"reachAccuracy":{"low":"no"}}""", "\"no\" for reachAccuracy.low, which by default is null")]
    [InlineData("""{"reachAccuracy":0.8}""", "0.8 for reachAccuracy, which by default is null")]
    [InlineData("""{"learningRate":NaN}""", "no JSON in line 1: 'N' is an invalid start of a value")]
    [InlineData("{\"batch\":3,\n\"steps\"}", "no JSON in line 2: ")]
    [InlineData("""{"batch":3,"batch":4}""", "no JSON in line 1: Duplicate property 'batch'")]
    [InlineData("""{"name":"\ud800"}""", "letters that are not Unicode")]
    [InlineData("""{"\ud800":3}""", "letters that are not Unicode")]
    [InlineData("[1]", "[1]")]
    [InlineData("null", "null")]
    [InlineData("", "nothing")]
    [InlineData("MThd", "no JSON in line 1: 'M' is an invalid start of a value")]
    public void What_is_not_a_recipe_is_refused_by_name(string json, string found)
    {
        RecipeException error = Assert.Throws<RecipeException>(() => Recipe.FromJson(json));
        Assert.StartsWith($"expected a recipe as JSON, found {found}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_text_that_is_long_or_deep_is_refused()
    {
        Assert.Contains("found a text of 1,048,577 letters", Message(new string(' ', (1 << 20) + 1)), StringComparison.Ordinal);
        Assert.Contains("depth of 64", Message(new string('[', 1000)), StringComparison.Ordinal);
        Assert.Contains("'fxxxx", Message("{\"clip\":f" + new string('x', 1000)), StringComparison.Ordinal);
        Assert.Contains("found \"xxxxx", Message($$"""{"steps":"{{new string('x', 1000)}}"}"""), StringComparison.Ordinal);

        static string Message(string json)
        {
            string message = Assert.Throws<RecipeException>(() => Recipe.FromJson(json)).Message;
            Assert.InRange(message.Length, 1, 400);
            return message;
        }
    }

    [Fact]
    public void A_text_changed_anywhere_is_a_recipe_or_refused()
    {
        string good = (Recipe.Lab with { ReachAccuracy = new() }).ToIndentedJson();
        const string Likely = "\"\\{}[],:0129-+e.EnulNaINtrf/ \n\0";
        Gen<(int At, char Letter)> change =
            Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, Likely.Length - 1].Select(index => Likely[index]));
        change.Array[1, 5].Sample(
            changes =>
            {
                char[] text = good.ToCharArray();
                Array.ForEach(changes, one => text[one.At] = one.Letter);
                try
                {
                    Recipe recipe = Recipe.FromJson(new string(text));
                    recipe.Validate();
                    Assert.Equal(recipe.ToJson(), Recipe.FromJson(recipe.ToJson()).ToJson());
                }
                catch (RecipeException error)
                {
                    Assert.DoesNotContain(error.Message, char.IsControl);
                }
            },
            iter: 20_000,
            threads: 1);
    }

    private static Recipe With(ModelDefinition definition) => Recipe.Lab with { Definition = definition };
}
