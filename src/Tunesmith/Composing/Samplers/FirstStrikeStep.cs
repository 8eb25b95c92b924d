using Tunesmith.Encoding;

namespace Tunesmith.Composing.Samplers;

/// <summary>Leaves only the outcomes that strike a note; where none of those is left, it changes nothing.</summary>
/// <param name="encoding">What the outcomes mean.</param>
/// <param name="before">The token before.</param>
internal sealed class FirstStrikeStep(MelodyEncoding encoding, int before) : ISamplerStep
{
    /// <inheritdoc/>
    public void Apply(Span<float> logits)
    {
        bool isAnyLeft = false;
        for (int token = 0; token < logits.Length; token++)
        {
            isAnyLeft |= logits[token] > float.NegativeInfinity && Strikes(token);
        }

        for (int token = 0; token < logits.Length && isAnyLeft; token++)
        {
            logits[token] = Strikes(token) ? logits[token] : float.NegativeInfinity;
        }
    }

    private bool Strikes(int token) => encoding.PitchOf(token) is not null && token != encoding.Continuation(before);
}
