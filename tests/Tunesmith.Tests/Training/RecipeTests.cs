using System.Globalization;
using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class RecipeTests
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

    private static readonly Dictionary<string, Recipe> MistakesByMessage = new()
    {
        ["expected a batch of 1 to 65536 windows, found 0"] = Recipe.Lab with { Batch = 0 },
        ["expected a batch of 1 to 65536 windows, found 65537"] = Recipe.Lab with { Batch = 65_537 },
        ["expected 0 or more steps, found -1"] = Recipe.Lab with { Steps = -1 },
        ["expected the last or every step of a window to be scored, found 7"] = Recipe.Lab with { Scored = (ScoredSteps)7 },
        ["expected a learning rate above 0, found 0"] = Recipe.Lab with { LearningRate = 0 },
        ["expected a learning rate above 0, found -0.5"] = Recipe.Lab with { LearningRate = -0.5 },
        ["expected a learning rate above 0, found NaN"] = Recipe.Lab with { LearningRate = double.NaN },
        ["Expected a window of 1 to 8192 steps, found 0."] = With(new ModelDefinition { Window = 0 }),
        ["Expected a window of 1 to 8192 steps, found 8193."] = With(new ModelDefinition { Window = 8193 }),
        ["Expected 1 to 8 layers of 1 to 4096 units, found []."] = With(new ModelDefinition { Hidden = [] }),
        ["Expected 1 to 8 layers of 1 to 4096 units, found [128, 0]."] = With(new ModelDefinition { Hidden = [128, 0] }),
        ["Expected 1 to 8 layers of 1 to 4096 units, found [1, 1, 1, 1, 1, 1, 1, 1, 1]."] =
            With(new ModelDefinition { Hidden = [1, 1, 1, 1, 1, 1, 1, 1, 1] }),
        ["There is no encoding named \"morse\"; choose one of: lab, melody."] = With(new ModelDefinition { Encoding = "morse" }),
        ["The lab encoding hears all voices on a grid of 4; leave voice and grid alone, or choose the encoding melody."] =
            With(new ModelDefinition { Grid = 12 }),
        ["Expected as voice auto, highest, lowest, track:N or channel:N, counted from 0, found \"loudest\"."] =
            With(new ModelDefinition { Encoding = "melody", Voice = "loudest" }),
        ["Expected a grid of 1 to 48 steps a quarter, found 0."] = With(new ModelDefinition { Encoding = "melody", Grid = 0 }),
        ["In the encoding melody a rest is a token like any other: expected restIsToken to be true, found false."] =
            With(new ModelDefinition { Encoding = "melody", RestIsToken = false }),
        ["Expected inputs among: token, sounding, previous, position, held; found \"weather\"."] =
            With(new ModelDefinition { Inputs = ["weather"] }),
        ["Expected one of the inputs at least, found none."] = With(new ModelDefinition { Inputs = [] }),
        ["a window of 64 steps needs songs of at least 66, but songs of 2 are let in: use min-steps of 66 or more"] =
            Recipe.Lab with { MinSteps = 2 },
        ["a window of 127 steps needs songs of at least 129, but songs of 128 are let in: "
            + "use a window of 126 or less, or min-steps of 129 or more"] =
            With(new ModelDefinition { Window = 127 }),
        ["a window of 64 steps needs songs of at least 66, but songs of -2147483648 are let in: use min-steps of 66 or more"] =
            Recipe.Lab with { MinSteps = int.MinValue },
        ["a song to learn from needs at least 2 steps: use min-steps of 2 or more"] =
            Recipe.Lab with { Scored = ScoredSteps.Every, MinSteps = 1 },
        ["expected initial weights of the lab or small ones, found 2"] = Recipe.Lab with { Initialization = (InitialWeights)2 },
        ["expected gradients to be clipped to a length above 0, or 0 for any length, found -1"] = Recipe.Lab with { Clip = -1 },
        ["expected a warm-up of 0 to 1000000 steps, found -1"] = Recipe.Lab with { Schedule = new() { WarmUp = -1 } },
        ["expected the learning rate to end at a share of 0 to 1 of its height, found 1.1"] =
            Recipe.Lab with { Schedule = new() { FinalShare = 1.1 } },
        ["expected the learning rate to end at a share of 0 to 1 of its height, found NaN"] =
            Recipe.Lab with { Schedule = new() { FinalShare = double.NaN } },
        ["expected a weight decay of 0 to 1, found 2"] = Recipe.Lab with { Regularization = new() { WeightDecay = 2 } },
        ["expected an input dropout of 0 to 0.999, found 1"] = Recipe.Lab with { Regularization = new() { InputDropout = 1 } },
        ["expected an output dropout of 0 to 0.999, found 0.999999"] =
            Recipe.Lab with { Regularization = new() { OutputDropout = 0.999999 } }, // 1, to the 65536th that masks are drawn to
        ["expected an output dropout of 0 to 0.999, found -0.1"] = Recipe.Lab with { Regularization = new() { OutputDropout = -0.1 } },
        ["expected windows to be transposed by 0 to 12 semitones, found 13"] =
            Recipe.Lab with { Regularization = new() { Transpose = 13 } },
        ["expected a share of 0 to 0.5 of the titles to be held out, found 0.6"] = Recipe.Lab with { Validation = new() { Share = 0.6 } },
        ["expected the held-out titles to be tried every 1 or more steps, found 0"] = Recipe.Lab with { Validation = new() { Every = 0 } },
        ["expected a patience of 0 or more trials, found -1"] = Recipe.Lab with { Validation = new() { Patience = -1 } },
        ["expected accuracies to reach between 0 and 1, the lower first, found 0.9 to 0.8"] =
            Recipe.Lab with { ReachAccuracy = new(0.9, 0.8) },
        ["expected accuracies to reach between 0 and 1, the lower first, found NaN to 1"] =
            Recipe.Lab with { ReachAccuracy = new(double.NaN, 1) },
        ["the network is too large to train: use a smaller hidden size, batch or window"] =
            Recipe.Lab with { Batch = 65_536, Definition = new ModelDefinition { Hidden = [4096] } },
    };

    /// <summary>What there is in a text that is JSON and of the right types, and still no recipe.</summary>
    public static TheoryData<string, string> Lists => new()
    {
        { """{"definition":{"copies":[null]}}""", "Expected copies among: hold, figure, pitch, " },
        { """{"definition":{"inputs":[null]}}""", "Expected inputs among: token, " },
        {
            """{"scored":"Every","batch":65536,"definition":{"window":8191,"hidden":[1],"copies":["hold","figure"]}}""",
            "the network is too large to train: use a smaller hidden size, batch or window"
        },
    };

    public static TheoryData<string> Mistakes => [.. MistakesByMessage.Keys];

    [Fact]
    public void The_lab_recipe_is_that_of_the_lab()
    {
        Recipe lab = Recipe.ByName("lab");
        Assert.Same(Recipe.Lab, lab);
        lab.Validate();
        Assert.Equal(("lab", false, 64), (lab.Definition.Encoding, lab.Definition.RestIsToken, lab.Definition.Window));
        Assert.Equal(["token"], lab.Definition.Inputs);
        Assert.Equal([128], lab.Definition.Hidden);
        Assert.Equal((256, 200, 0.001), (lab.Batch, lab.Steps, lab.LearningRate));
        Assert.Equal((128, ScoredSteps.Last, 1UL), (lab.MinSteps, lab.Scored, lab.Seed));

        NetworkShape shape = lab.Definition.CreateShape();
        Assert.Equal((78, 1, 78), (shape.InputRows, shape.RowsPerStep, shape.Outputs));
        Assert.Equal(((78 + 128 + 1) * 512) + (129 * 78), shape.ParameterCount);
    }

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

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_text_may_be_a_recipe_that_makes_no_sense(string json, string message) => Assert.StartsWith(
        message, Assert.Throws<RecipeException>(Recipe.FromJson(json).Validate).Message, StringComparison.Ordinal);

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

    [Fact]
    public void A_number_too_large_to_hold_is_refused_like_any_that_makes_no_sense() => Assert.Equal(
        "expected a learning rate above 0, found Infinity",
        Assert.Throws<RecipeException>(Recipe.FromJson("""{"learningRate":1e999}""").Validate).Message);

    [Fact]
    public void The_indented_json_has_a_member_on_each_line()
    {
        string[] lines = Recipe.Lab.ToIndentedJson().Split('\n');
        Assert.Equal("{", lines[0]);
        Assert.Contains("  \"learningRate\": 0.001,", lines);
        Assert.Contains("    \"weightDecay\": 0,", lines);
        Assert.DoesNotContain(lines, line => line.EndsWith('\r'));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Choices_that_make_no_sense_are_refused_in_one_line(string message)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo withCommas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        withCommas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = withCommas;
            Assert.Equal(message, Assert.Throws<RecipeException>(MistakesByMessage[message].Validate).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_longest_window_that_fits_is_let_through() => With(new ModelDefinition { Window = 126 }).Validate();

    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.001)]
    [InlineData(0.1)]
    public void Usual_learning_rates_pass_without_a_word(double rate) => Assert.Empty((Recipe.Lab with { LearningRate = rate }).Warnings);

    [Theory]
    [InlineData(0.00005, "a learning rate of 5E-05 is unusual: 0.0001 to 0.1 works for most songs")]
    [InlineData(0.25, "a learning rate of 0.25 is unusual: 0.0001 to 0.1 works for most songs")]
    public void Unusual_learning_rates_are_allowed_with_a_warning(double rate, string warning)
    {
        Recipe recipe = Recipe.Lab with { LearningRate = rate };
        recipe.Validate();
        Assert.Equal([warning], recipe.Warnings);
    }

    [Fact]
    public void A_recipe_that_does_not_exist_is_answered_with_those_that_do() =>
        Assert.Equal(
            "there is no recipe \"Lab\"; choose one of: lookback, plain, lab, lab-79",
            Assert.Throws<RecipeException>(() => Recipe.ByName("Lab")).Message);

    private static Recipe With(ModelDefinition definition) => Recipe.Lab with { Definition = definition };
}
