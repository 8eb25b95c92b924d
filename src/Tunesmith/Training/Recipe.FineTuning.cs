using Tunesmith.Model;

namespace Tunesmith.Training;

/// <content>Recipes for models that learn on.</content>
public sealed partial record Recipe
{
    /// <summary>The least share of titles that a fine-tuning holds out, where nobody says otherwise.</summary>
    private const double LeastFineTuningShare = 0.1;

    /// <summary>The most steps between two looks at them.</summary>
    private const int FineTuningLooks = 10;

    /// <summary>The recipe that a model was trained by.</summary>
    /// <returns>The recipe; null where the model does not tell it.</returns>
    /// <exception cref="RecipeException">What it tells is no recipe.</exception>
    public static Recipe? Of(MelodyModel model) => model.RecipeJson.Length == 0 ? null : FromJson(model.RecipeJson);

    /// <summary>
    /// The recipe by which a model learns other songs (<see cref="TrainingOptions.StartFrom"/>): its own, with a quarter of the learning
    /// rate, a tenth of the titles held out at least, and a look at them every 10 steps at least, for few songs are soon known by heart.
    /// docs/learning.md tells how that was chosen. A model that was fine-tuned goes on by its recipe as it is, which is gentle already.
    /// </summary>
    /// <param name="model">The model; it tells its recipe.</param>
    /// <exception cref="RecipeException">It tells none, or what is no recipe.</exception>
    public static Recipe ForFineTuning(MelodyModel model)
    {
        Recipe own = Of(model) ?? throw new RecipeException(
            "the model does not tell the recipe that it was trained by: "
                + "make one with the model's definition, and train from the model by it");
        own = own with { Definition = model.Definition };
        return model.StartedFrom.Length > 0 ? own : own.Gentler();
    }

    /// <summary>What keeps a model from being fine-tuned by this recipe, in words: another definition; null where nothing does.</summary>
    public string? DifferenceTo(MelodyModel model)
    {
        string[] differences = [.. RecipeDifference.Between(model.Definition, Definition)];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }

    /// <summary>This recipe for a model that was trained by it.</summary>
    internal Recipe Gentler() => this with
    {
        LearningRate = LearningRate / 4,
        Validation = Validation with
        {
            Share = Math.Max(Validation.Share, LeastFineTuningShare),
            Every = Math.Min(Validation.Every, FineTuningLooks),
        },
    };
}
