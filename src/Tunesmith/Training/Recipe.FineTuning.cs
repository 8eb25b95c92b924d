using Tunesmith.Model;

namespace Tunesmith.Training;

/// <content>Recipes for models that learn on.</content>
public sealed partial record Recipe
{
    /// <summary>The least share of titles that a fine-tuning holds out, where nobody says otherwise.</summary>
    private const double LeastFineTuningShare = 0.1;

    /// <summary>The most steps between two looks at them.</summary>
    private const int FineTuningLooks = 10;

    /// <summary>
    /// This recipe for a model that was trained by it and is to learn other songs (<see cref="TrainingOptions.StartFrom"/>): a quarter of
    /// the learning rate, a tenth of the titles held out at least, and a look at them every 10 steps at least, for few songs are soon known
    /// by heart. docs/learning.md tells how that was chosen. The recipe of a model that was fine-tuned is such a recipe already.
    /// </summary>
    public Recipe ForFineTuning() => this with
    {
        LearningRate = LearningRate / 4,
        Validation = Validation with
        {
            Share = Math.Max(Validation.Share, LeastFineTuningShare),
            Every = Math.Min(Validation.Every, FineTuningLooks),
        },
    };

    /// <summary>What keeps a model from being fine-tuned by this recipe, in words: another definition; null where nothing does.</summary>
    public string? DifferenceTo(MelodyModel model)
    {
        string[] differences = [.. RecipeDifference.Between(model.Definition, Definition)];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }
}
