using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Files;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <content>Checkpoint files.</content>
public sealed partial class TrainingCheckpoint
{
    private const string StateKey = "checkpoint";
    private const string MeanPrefix = "adam.mean.";
    private const string SquarePrefix = "adam.square.";
    private const string BestPrefix = "best.";

    /// <summary>Reads a checkpoint file.</summary>
    /// <exception cref="ModelFormatException">
    /// The file is not a checkpoint, is cut short, or does not fit what it says of itself.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TrainingCheckpoint Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return FromBytes(bytes);
        }
        catch (ModelFormatException error)
        {
            throw error.InFile(path);
        }
    }

    /// <summary>Reads a checkpoint from the bytes of its file.</summary>
    /// <exception cref="ModelFormatException">
    /// The bytes are not a checkpoint, are cut short, or do not fit what they say of themselves.
    /// </exception>
    public static TrainingCheckpoint FromBytes(ReadOnlyMemory<byte> bytes)
    {
        ModelFile file = ModelFile.Read(bytes);
        CheckpointState state = file.Json(StateKey, CheckpointJson.Default.CheckpointState);
        MelodyModel model = MelodyModel.From(file);
        Parameters? best = state.Best is null ? null : file.Weights(BestPrefix);
        TrainingCheckpoint checkpoint = new(model, file.Weights(MeanPrefix), file.Weights(SquarePrefix), best, state);
        return checkpoint.IsSound()
            ? checkpoint
            : throw new ModelFormatException(0, "the state of a training in the checkpoint", "numbers that no training leads to");
    }

    /// <summary>The bytes of the checkpoint's file: the same for the same checkpoint.</summary>
    public byte[] ToBytes()
    {
        ModelFile file = new(Model.Definition);
        Model.AddTo(file);
        file.AddWeights(Mean, MeanPrefix);
        file.AddWeights(Square, SquarePrefix);
        if (BestWeights is not null)
        {
            file.AddWeights(BestWeights, BestPrefix);
        }

        file.AddJson(StateKey, State, CheckpointJson.Default.CheckpointState);
        return file.ToBytes();
    }

    /// <summary>Writes the checkpoint file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToBytes());

    /// <summary>Where the choice of windows stands.</summary>
    internal ulong[] RandomState() =>
        [.. State.Random.Select(word => ulong.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    /// <summary>The numbers of a random source as text.</summary>
    internal static string[] Words(IReadOnlyList<ulong> state) =>
        [.. state.Select(word => word.ToString("x16", CultureInfo.InvariantCulture))];

    private bool IsSound() => Step >= 0
        && State.Random.Count == 4
        && State.Random.All(word => ulong.TryParse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _))
        && RandomState().Any(word => word != 0)
        && State.Scores.Count <= TrainingSession.SummaryScores
        && State.Scores.All(score => double.IsFinite(score.Loss) && double.IsFinite(score.Accuracy))
        && Square.Names.All(name => Array.TrueForAll(Square.Get(name), value => value >= 0))
        && IsBestSound()
        && IsOfItsRecipe();

    private bool IsBestSound() => State.LooksSinceBest >= 0
        && (State.Best is { } best
            ? best.Step >= (Model.StartedFrom.Length > 0 ? -1 : 0) && best.Step < Step
                && double.IsFinite(best.Loss) && double.IsFinite(best.Accuracy) && IsFinite(best.MoveAccuracy)
            : State.LooksSinceBest == 0);

    private static bool IsFinite(double? value) => double.IsFinite(value ?? 0);

    private bool IsOfItsRecipe()
    {
        try
        {
            Recipe recipe = Recipe.FromJson(Model.RecipeJson);
            recipe.Validate();
            return recipe.Definition == Model.Definition;
        }
        catch (RecipeException)
        {
            return false;
        }
    }
}

/// <summary>JSON of checkpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
