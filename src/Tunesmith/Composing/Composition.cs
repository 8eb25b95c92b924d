using Tunesmith.Composing.Provenance;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>A composed song: its primer and what was composed after it.</summary>
public sealed class Composition
{
    private readonly int[] _tokens;

    internal Composition(Composer composer, Melody primer, int[] tokens, CompositionOptions options, float[][] probabilities)
    {
        Composer = composer;
        Primer = primer;
        _tokens = tokens;
        Options = options;
        Probabilities = probabilities;
        Melody = Encoding.Decode(tokens, primer);
        Melody = options.CloseBar ? Melody.ToBarLine() : Melody;
    }

    /// <summary>What composed it.</summary>
    public Composer Composer { get; }

    /// <summary>What its tokens mean, and what writes it as a song.</summary>
    public MelodyEncoding Encoding => Composer.Encoding;

    /// <summary>How it was composed; the steps are there as a number, also where bars were asked for.</summary>
    public CompositionOptions Options { get; }

    /// <summary>How many outcomes a distribution has.</summary>
    public int OutcomeCount => Composer.OutcomeCount;

    /// <summary>What it begins with.</summary>
    public Melody Primer { get; }

    /// <summary>How many steps the primer has.</summary>
    public int PrimerSteps => Primer.Length;

    /// <summary>The tokens of the whole song, the primer's first; not those that close its last bar.</summary>
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

    /// <summary>The song as a score in some form.</summary>
    public Score ToScore(WrittenForm form) => form.Of(ToScore(form.WithPrimer));

    /// <summary>
    /// The song as a MIDI file that carries the record of where it comes from (<see cref="CompositionRecord"/>), so that it can be composed
    /// again. With sampler steps of the caller's own making there is no record, for they cannot be written down.
    /// </summary>
    /// <param name="form">In which form; null for the song with its primer, as the encoding writes it.</param>
    /// <param name="primerName">
    /// What the primer is called in the record: a plain file name, or <c>songbook:</c> and the name of a tune; empty for nothing.
    /// </param>
    public MidiFile ToMidi(WrittenForm? form = null, string primerName = "")
    {
        form ??= new WrittenForm();
        MidiFile song = ToScore(form).ToMidi();
        return CompositionRecord.Of(this, form, primerName)?.AddTo(song) ?? song;
    }
}
