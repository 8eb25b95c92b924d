using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Samplers;

/// <summary>
/// <c>logits[k] = logits[k] + ln(factor)</c> where outcome k names one of some pitches: their odds are multiplied by the factor. Above 1
/// they come more often, below 1 less often; nothing is ever ruled out by it.
/// </summary>
/// <remarks>
/// In the encoding <c>melody</c> it is the odds that a pitch is struck, in <c>lab</c> that it sounds, for there a token names what sounds.
/// Pitches that the encoding does not have are passed over.
/// </remarks>
public sealed class PitchOddsStep : ISamplerStep
{
    /// <summary>The least factor.</summary>
    public const double Least = 1e-6;

    /// <summary>The greatest factor.</summary>
    public const double Greatest = 1e6;

    private readonly int[] _outcomes;
    private readonly float _logarithm;

    /// <summary>Makes the step.</summary>
    /// <param name="encoding">What the outcomes mean.</param>
    /// <param name="pitches">The pitches whose odds change.</param>
    /// <param name="factor">What their odds are multiplied by; 0.000001 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is out of range.</exception>
    public PitchOddsStep(MelodyEncoding encoding, PitchSet pitches, double factor)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        if (!(factor is >= Least and <= Greatest))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Expected a factor from 0.000001 to 1000000.");
        }

        Pitches = pitches;
        Factor = factor;
        _logarithm = (float)Functions.Log(factor);
        _outcomes =
        [
            .. Enumerable.Range(0, encoding.TokenCount).Where(token => encoding.PitchOf(token) is { } pitch && pitches.Contains(pitch)),
        ];
    }

    /// <summary>The pitches whose odds change.</summary>
    public PitchSet Pitches { get; }

    /// <summary>What their odds are multiplied by; 0.000001 to 1,000,000.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public void Apply(Span<float> logits)
    {
        foreach (int outcome in _outcomes)
        {
            logits[outcome] += _logarithm;
        }
    }
}
