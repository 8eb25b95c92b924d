using Tunesmith.Composing.Samplers;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>
/// <c>logits[k] = -infinity</c> where outcome k strikes a pitch that is not among some: a tune keeps to those notes. Outcomes without a
/// pitch, as hold and rest, stay as they are.
/// </summary>
public sealed class OnlyPitchesStep : ISamplerStep
{
    private readonly int[] _ruledOut;

    /// <summary>Makes the step.</summary>
    /// <param name="encoding">What the outcomes mean.</param>
    /// <param name="pitches">The pitches that may be struck; one of the encoding's at the least.</param>
    /// <exception cref="ArgumentException">None of the pitches is the encoding's.</exception>
    public OnlyPitchesStep(MelodyEncoding encoding, IEnumerable<Pitch> pitches)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        Pitches = PitchSet.Of(pitches);
        int[] striking = [.. Enumerable.Range(0, encoding.TokenCount).Where(token => encoding.PitchOf(token) is not null)];
        _ruledOut = [.. striking.Where(token => !Pitches.Contains(encoding.PitchOf(token)!.Value))];
        if (_ruledOut.Length == striking.Length)
        {
            throw new ArgumentException($"Expected at least one pitch of the encoding {encoding.Name}, found none.", nameof(pitches));
        }
    }

    /// <summary>The pitches that may be struck.</summary>
    public PitchSet Pitches { get; }

    /// <inheritdoc/>
    public void Apply(Span<float> logits)
    {
        foreach (int outcome in _ruledOut)
        {
            logits[outcome] = float.NegativeInfinity;
        }
    }
}
