using System.Globalization;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Choices that make no sense are refused in one line, and unusual ones let through with a word.</summary>
public sealed class RecipeValidationTests
{
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

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_text_may_be_a_recipe_that_makes_no_sense(string json, string message) => Assert.StartsWith(
        message, Assert.Throws<RecipeException>(Recipe.FromJson(json).Validate).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_too_large_to_hold_is_refused_like_any_that_makes_no_sense() => Assert.Equal(
        "expected a learning rate above 0, found Infinity",
        Assert.Throws<RecipeException>(Recipe.FromJson("""{"learningRate":1e999}""").Validate).Message);

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

    private static Recipe With(ModelDefinition definition) => Recipe.Lab with { Definition = definition };
}
