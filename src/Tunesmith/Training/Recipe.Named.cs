using Tunesmith.Model;

namespace Tunesmith.Training;

/// <content>The recipes that have a name of their own.</content>
public sealed partial record Recipe
{
    /// <summary>
    /// The default: an LSTM that is shown what sounds and where in the bar the next step stands, and that
    /// may copy the next token from the song's own past. docs/learning.md tells how its choices were made.
    /// </summary>
    public static Recipe LookBack { get; } = new()
    {
        Name = "lookback",
        Definition = new ModelDefinition
        {
            Encoding = "melody",
            Inputs = ["sounding", "position"],
            Copies =
            [
                "hold", "bars 0.5", "bars 1", "bars 1.5", "bars 2", "bars 3", "bars 4", "bars 6", "bars 8", "figure", "pitch",
                "sequence 1", "sequence 2",
            ],
            Skip = true,
            Hidden = [32],
            Window = 128,
        },
        MinSteps = 32,
        Scored = ScoredSteps.Every,
        Batch = 32,
        Steps = 250,
        LearningRate = 0.02,
        Schedule = new Schedule { WarmUp = 20, FinalShare = 0.1 },
        Clip = 1,
        Regularization = new Regularization { WeightDecay = 0.5, OutputDropout = 0.5 },
        Initialization = InitialWeights.Small,
        Validation = new Validation { Share = 0.1, Every = 25 },
    };

    /// <summary>The look-back network without look-back: the current token and the place in the bar are all that it is shown.</summary>
    public static Recipe Plain { get; } = LookBack with
    {
        Name = "plain",
        Definition = LookBack.Definition with { Inputs = ["token", "position"], Copies = [] },
    };

    /// <summary>
    /// The classroom lab's: pitches on a sixteenth grid, LSTM(128), windows of 64 steps scored at the step that follows, 200 batches
    /// of 256, Adam with learning rate 0.001; a rest is no token.
    /// </summary>
    public static Recipe Lab { get; } = new()
    {
        Name = "lab",
        Definition = new ModelDefinition { RestIsToken = false },
    };

    /// <summary>The lab's recipe, but that a rest is a token like any other: the one to compare with others.</summary>
    public static Recipe Lab79 { get; } = Lab with { Name = "lab-79", Definition = Lab.Definition with { RestIsToken = true } };

    /// <summary>Every recipe that has a name of its own, the default first.</summary>
    public static IReadOnlyList<Recipe> All { get; } = [LookBack, Plain, Lab, Lab79];

    /// <summary>The recipe of a name.</summary>
    /// <exception cref="RecipeException">No recipe has the name; the message lists those that there are.</exception>
    public static Recipe ByName(string name) =>
        All.FirstOrDefault(recipe => recipe.Name == name)
        ?? throw new RecipeException($"there is no recipe \"{name}\"; choose one of: {Names}");

    /// <summary>The names of all recipes that have one, for a message.</summary>
    internal static string Names => string.Join(", ", All.Select(recipe => recipe.Name));
}
