using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class RecipeTests
{
    private const string LabAsJson =
        """
        {"name":"lab","definition":{"encoding":"lab","restIsToken":false,"inputs":["token"],"hidden":[128],"window":64},
        "minSteps":128,"scored":"Last","batch":256,"steps":200,"learningRate":0.001,"displayEvery":10,"seed":1}
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
        ["Expected inputs among: token; found \"weather\"."] = With(new ModelDefinition { Inputs = ["weather"] }),
        ["An input layout needs at least one row group. (Parameter 'groups')"] = With(new ModelDefinition { Inputs = [] }),
        ["a window of 64 steps needs songs of at least 66, but songs of 2 are let in: use min-steps of 66 or more"] =
            Recipe.Lab with { MinSteps = 2 },
        ["a window of 127 steps needs songs of at least 129, but songs of 128 are let in: "
            + "use a window of 126 or less, or min-steps of 129 or more"] =
            With(new ModelDefinition { Window = 127 }),
        ["a window of 64 steps needs songs of at least 66, but songs of -2147483648 are let in: use min-steps of 66 or more"] =
            Recipe.Lab with { MinSteps = int.MinValue },
        ["the network is too large to train: use a smaller hidden size, batch or window"] =
            Recipe.Lab with { Batch = 65_536, Definition = new ModelDefinition { Hidden = [4096] } },
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
            Seed = ulong.MaxValue,
        };
        string json = other.ToJson();
        Assert.Equal(json, Recipe.FromJson(json).ToJson());
        Assert.Equal(0.1 + 0.2, Recipe.FromJson(json).LearningRate);
        Assert.Equal(ulong.MaxValue, Recipe.FromJson(json).Seed);
    }

    [Fact]
    public void A_voice_and_a_grid_are_written_where_they_are_not_the_usual_ones()
    {
        ModelDefinition definition = new() { Encoding = "melody", Voice = "track:2", Grid = 12 };
        string json = With(definition).ToJson();
        Assert.Contains("{\"encoding\":\"melody\",\"voice\":\"track:2\",\"grid\":12,", json, StringComparison.Ordinal);
        ModelDefinition read = Recipe.FromJson(json).Definition;
        Assert.Equal(("track:2", 12), (read.Voice, read.Grid));
        Assert.Equal((MelodyVoice.Track(2), 12, 130), (read.FindEncoding().Voice, read.FindEncoding().StepsPerQuarter, read.OutcomeCount));
        Assert.Equal(
            ["encoding was \"lab\" and is now \"melody\"", "voice was the usual and is now \"track:2\"", "grid was the usual and is now 12"],
            RecipeDifference.Between(With(new ModelDefinition()), With(definition)));
        Assert.Empty(RecipeDifference.Between(With(definition), With(read)));
    }

    [Theory]
    [InlineData("""{"batches":3}""", "batches")]
    [InlineData("""{"definition":{"units":3}}""", "units")]
    [InlineData("""{"definition":null}""", "definition")]
    [InlineData("""{"scored":"First"}""", "scored")]
    [InlineData("""{"steps":1.5}""", "steps")]
    [InlineData("null", "found null")]
    [InlineData("", "JSON")]
    [InlineData("MThd", "JSON")]
    public void What_is_not_a_recipe_is_refused_by_name(string json, string named)
    {
        RecipeException error = Assert.Throws<RecipeException>(() => Recipe.FromJson(json));
        Assert.StartsWith("expected a recipe as JSON, found ", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
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
        Assert.Equal("there is no recipe \"Lab\"; choose one of: lab", Assert.Throws<RecipeException>(() => Recipe.ByName("Lab")).Message);

    private static Recipe With(ModelDefinition definition) => Recipe.Lab with { Definition = definition };
}
