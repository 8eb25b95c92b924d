namespace Tunesmith.Training;

/// <content>What a model's own recipe becomes where the model is fine-tuned.</content>
public sealed partial record Recipe
{
    /// <summary>This recipe to fine-tune a model that was trained by it.</summary>
    public Recipe ForFineTuning() => this;
}
