using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// A named, complete set of choices: what the network means and how it is trained. With the songs it fixes every byte of the model.
/// </summary>
public sealed record Recipe
{
    /// <summary>The lowest learning rate that passes without a warning.</summary>
    public const double LowestUsualLearningRate = 1e-4;

    /// <summary>The highest learning rate that passes without a warning.</summary>
    public const double HighestUsualLearningRate = 0.1;

    /// <summary>The most windows in a batch.</summary>
    public const int LargestBatch = 65_536;

    /// <summary>
    /// The classroom lab's: pitches on a sixteenth grid, LSTM(128), windows of 64 steps scored at the step that follows, 200 batches
    /// of 256, Adam with learning rate 0.001; a rest is no token.
    /// </summary>
    public static Recipe Lab { get; } = new()
    {
        Name = "lab",
        Definition = new ModelDefinition { RestIsToken = false },
    };

    /// <summary>Every recipe that has a name of its own.</summary>
    public static IReadOnlyList<Recipe> All { get; } = [Lab];

    /// <summary>The recipe's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the network means, and its sizes.</summary>
    public ModelDefinition Definition { get; init; } = new();

    /// <summary>The shortest song learned from, in steps; 2 more than the window at the least. The default is 128.</summary>
    public int MinSteps { get; init; } = 128;

    /// <summary>Which steps of a window are scored; the default is the last alone.</summary>
    public ScoredSteps Scored { get; init; } = ScoredSteps.Last;

    /// <summary>Windows in a batch; 1 to 65,536. The default is 256.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>How many batches are learned from; 0 leaves the network untrained. The default is 200.</summary>
    public int Steps { get; init; } = 200;

    /// <summary>Adam's learning rate; above 0. The default is 0.001.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>
    /// Every how many steps loss and accuracy are looked at; steps 0 and 1 always are. 1 or more; the default is 10. It changes no
    /// weight, but the summary that the model carries is made of these looks.
    /// </summary>
    public int DisplayEvery { get; init; } = 10;

    /// <summary>What fixes all chance: the first weights and the choice of windows. The default is 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is allowed but unusual, each in one sentence.</summary>
    [JsonIgnore]
    public IEnumerable<string> Warnings
    {
        get
        {
            if (LearningRate is < LowestUsualLearningRate or > HighestUsualLearningRate)
            {
                string usual = Invariant($"{LowestUsualLearningRate} to {HighestUsualLearningRate}");
                yield return Invariant($"a learning rate of {LearningRate} is unusual: {usual} works for most songs");
            }
        }
    }

    /// <summary>The recipe of a name.</summary>
    /// <exception cref="RecipeException">No recipe has the name; the message lists those that there are.</exception>
    public static Recipe ByName(string name) =>
        All.FirstOrDefault(recipe => recipe.Name == name)
        ?? throw new RecipeException(
            $"there is no recipe \"{name}\"; choose one of: {string.Join(", ", All.Select(recipe => recipe.Name))}");

    /// <summary>Reads a recipe from JSON.</summary>
    /// <exception cref="RecipeException">The text is not a recipe.</exception>
    public static Recipe FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RecipeJson.Default.Recipe)
                ?? throw new RecipeException("expected a recipe as JSON, found null");
        }
        catch (JsonException error)
        {
            throw new RecipeException($"expected a recipe as JSON, found something else: {error.Message}", error);
        }
    }

    /// <summary>The recipe as JSON; the same text for the same recipe.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecipeJson.Default.Recipe);

    /// <summary>Throws where the choices do not make sense together.</summary>
    /// <exception cref="RecipeException">The message says which choice, and what to change.</exception>
    public void Validate()
    {
        Require(Batch is >= 1 and <= LargestBatch, $"expected a batch of 1 to {LargestBatch} windows, found {Batch}");
        Require(Steps >= 0, $"expected 0 or more steps, found {Steps}");
        Require(DisplayEvery >= 1, $"expected loss and accuracy to be shown every 1 or more steps, found {DisplayEvery}");
        Require(Enum.IsDefined(Scored), $"expected the last or every step of a window to be scored, found {Scored}");
        Require(double.IsFinite(LearningRate) && LearningRate > 0, $"expected a learning rate above 0, found {LearningRate}");
        NetworkShape shape;
        try
        {
            shape = Definition.CreateShape();
        }
        catch (ArgumentException error)
        {
            throw new RecipeException(error.Message, error);
        }

        RequireLongSongs();
        long floats = (long)Batch * Definition.Window * shape.Hidden.Max() * 4;
        Require(
            shape.ParameterCount < 1 << 28 && floats < 1L << 31,
            $"the network is too large to train: use a smaller hidden size, batch or window");
    }

    private void RequireLongSongs()
    {
        int needed = Definition.Window + 2;
        string need = Invariant($"a window of {Definition.Window} steps needs songs of at least {needed}");
        string smaller = MinSteps > 2 ? Invariant($"a window of {MinSteps - 2} or less, or ") : "";
        Require(needed <= MinSteps, $"{need}, but songs of {MinSteps} are let in: use {smaller}min-steps of {needed} or more");
    }

    private static void Require(bool holds, FormattableString message)
    {
        if (!holds)
        {
            throw new RecipeException(Invariant(message));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which steps of a window are scored.</summary>
public enum ScoredSteps
{
    /// <summary>The one step that follows the window, as in the lab.</summary>
    Last,

    /// <summary>The step after each step of the window.</summary>
    Every,
}

/// <summary>A recipe whose choices do not make sense; the message is one line that says what to change.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RecipeException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>JSON of recipes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Recipe))]
internal sealed partial class RecipeJson : JsonSerializerContext;
