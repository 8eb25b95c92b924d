using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// A training stopped between two steps: all that the rest of it depends on. A run that goes on from here gives the bytes of one that
/// never stopped. As a file it is a model file with more in it, and can be composed with; see docs/model-file.md.
/// </summary>
public sealed partial class TrainingCheckpoint
{
    internal TrainingCheckpoint(MelodyModel model, Parameters mean, Parameters square, Parameters? bestWeights, CheckpointState state)
    {
        Model = model;
        Mean = mean;
        Square = square;
        BestWeights = bestWeights;
        State = state;
    }

    /// <summary>The model as it stands.</summary>
    public MelodyModel Model { get; }

    /// <summary>How many steps have been taken.</summary>
    public int Step => Model.Summary.Steps;

    /// <summary>Adam's m.</summary>
    internal Parameters Mean { get; }

    /// <summary>Adam's v.</summary>
    internal Parameters Square { get; }

    /// <summary>The weights that did best on the songs held out so far; null where there was no look at them.</summary>
    internal Parameters? BestWeights { get; }

    /// <summary>What else changes from step to step.</summary>
    internal CheckpointState State { get; }

    /// <summary>What keeps a run from going on from here, in words; null where nothing does.</summary>
    /// <param name="recipe">The recipe to go on with; more steps are fine, unless the learning rate falls towards the last of them.</param>
    /// <param name="songs">The songs to go on with.</param>
    /// <param name="dataFingerprint">Their fingerprint; where none was given, only the number of songs and of their steps can tell.</param>
    /// <param name="startedFrom">The <see cref="MelodyModel.Fingerprint"/> of the model that is fine-tuned; empty where none is.</param>
    public string? DifferenceTo(Recipe recipe, IReadOnlyList<TokenSequence> songs, string dataFingerprint, string startedFrom = "")
    {
        bool sameSongs = dataFingerprint == Model.DataFingerprint
            && songs.Count == Model.Summary.Songs + (Model.Summary.HeldOut?.Songs ?? 0)
            && songs.Sum(song => (long)song.Length) == Model.Summary.SongSteps + (Model.Summary.HeldOut?.SongSteps ?? 0);
        Recipe before = Recipe.FromJson(Model.RecipeJson);
        string[] differences =
        [
            .. startedFrom == Model.StartedFrom ? Array.Empty<string>() : [StartDifference(startedFrom)],
            .. sameSongs ? Array.Empty<string>() : ["the songs are not the ones it learned from"],
            .. RecipeDifference.Between(before, recipe with { Steps = before.Steps }),
            .. before.Schedule.FinalShare == 1 || recipe.Steps == before.Steps
                ? Array.Empty<string>()
                : [$"its learning rate falls over {before.Steps} steps, and {recipe.Steps} are asked for"],
            .. recipe.Steps >= Step ? Array.Empty<string>() : [$"it has taken {Step} steps already, and {recipe.Steps} are asked for"],
        ];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }

    private string StartDifference(string startedFrom) =>
        startedFrom.Length == 0 ? "it fine-tunes a model, and none is given"
        : Model.StartedFrom.Length == 0 ? "it began with no model, and one is given to fine-tune"
        : "the model to fine-tune is not the one that it began with";
}

/// <summary>What changes from step to step beside weights and moments.</summary>
/// <param name="Random">Where the choice of windows stands; four numbers in hexadecimal, which JSON readers do not round.</param>
/// <param name="Scores">The last looks at loss and accuracy, as many as a model's summary is made of.</param>
/// <param name="Best">The best look at the songs held out; null where there was none.</param>
/// <param name="LooksSinceBest">How many looks at them there were since; 0 where there was none.</param>
internal sealed record CheckpointState(
    IReadOnlyList<string> Random, IReadOnlyList<TrainingScore> Scores, HeldOutLook? Best, int LooksSinceBest);
