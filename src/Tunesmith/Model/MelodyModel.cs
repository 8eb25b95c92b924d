namespace Tunesmith.Model;

/// <summary>
/// A trained model: what it means, its weights, and where it comes from. It is saved as one file; see docs/model-file.md.
/// </summary>
public sealed partial class MelodyModel
{
    /// <summary>Makes a model.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="parameters">Its weights; their shape must be the definition's.</param>
    /// <exception cref="ArgumentException">The weights are not of the definition's shape.</exception>
    public MelodyModel(ModelDefinition definition, Parameters parameters)
    {
        if (parameters.Shape != definition.CreateShape())
        {
            throw new ArgumentException("The weights are not of the definition's shape.", nameof(parameters));
        }

        Definition = definition;
        Parameters = parameters;
    }

    /// <summary>What the network means.</summary>
    public ModelDefinition Definition { get; }

    /// <summary>The weights.</summary>
    public Parameters Parameters { get; }

    /// <summary>The recipe it was trained by, as JSON; empty where it is not known. <c>Recipe.Of</c> reads it.</summary>
    public string RecipeJson { get; init; } = "";

    /// <summary>How its training went.</summary>
    public TrainingSummary Summary { get; init; } = new();

    /// <summary>SHA-256 in hexadecimal of the songs it learned from; empty where it is not known.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>The <see cref="Fingerprint"/> of the model whose weights its training began with; empty where it began with none.</summary>
    public string StartedFrom { get; init; } = "";
}
