using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>A composed song: its primer and what was composed after it.</summary>
public sealed class Composition
{
    private readonly Melody _primer;
    private readonly int[] _tokens;

    internal Composition(
        MelodyEncoding encoding, Melody primer, int[] tokens, CompositionOptions options, int outcomeCount, float[][] probabilities)
    {
        Encoding = encoding;
        _primer = primer;
        _tokens = tokens;
        Options = options;
        OutcomeCount = outcomeCount;
        Probabilities = probabilities;
        Melody = encoding.Decode(tokens, primer);
    }

    /// <summary>What its tokens mean, and what writes it as a song.</summary>
    public MelodyEncoding Encoding { get; }

    /// <summary>How it was composed.</summary>
    public CompositionOptions Options { get; }

    /// <summary>How many outcomes a distribution has.</summary>
    public int OutcomeCount { get; }

    /// <summary>How many steps the primer has.</summary>
    public int PrimerSteps => _primer.Length;

    /// <summary>The tokens of the whole song, the primer's first.</summary>
    public ReadOnlySpan<int> Tokens => _tokens;

    /// <summary>The whole song, its primer first.</summary>
    public Melody Melody { get; }

    /// <summary>What was composed, without the primer. A note of the primer that it holds on is struck at its start.</summary>
    public Melody WithoutPrimer => Melody.Skip(PrimerSteps);

    /// <summary>
    /// Each composed step's predicted distribution, before any sampler step: a probability for each outcome. Empty unless asked for.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<float>> Probabilities { get; }

    /// <summary>The song as a score.</summary>
    /// <param name="withPrimer">Whether the primer stands in front.</param>
    public Score ToScore(bool withPrimer = true) => Encoding.Write(withPrimer ? Melody : WithoutPrimer);
}
