namespace Tunesmith.Composing.Samplers;

/// <summary>One change to what a network predicts, made before a token is drawn. Steps are applied one after another.</summary>
public interface ISamplerStep
{
    /// <summary>Changes the logits in place. An outcome is ruled out by negative infinity; at least one must stay.</summary>
    /// <param name="logits">A number for each outcome: the higher, the likelier.</param>
    void Apply(Span<float> logits);
}
