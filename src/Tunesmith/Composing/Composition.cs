using Tunesmith.Composing.Provenance;
using Tunesmith.Encoding;
using Tunesmith.Files;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>A composed song: its primer and what was composed after it.</summary>
public sealed class Composition
{
    private readonly SongBeginning _beginning;
    private readonly int[] _heard; // all tokens, also of what is no part of the song

    internal Composition(Composer composer, SongBeginning beginning, int[] heard, CompositionOptions options, float[][] probabilities)
    {
        Composer = composer;
        _beginning = beginning;
        _heard = heard;
        Options = options;
        Probabilities = probabilities;
        Melody melody = Encoding.Decode(heard, beginning.Heard);
        melody = options.CloseBar ? melody.ToBarLine() : melody;
        Melody = IsFromNothing ? new Melody(melody.Steps[beginning.Lead..], Primer.StepsPerQuarter, Primer.Tempos, Primer.Meters) : melody;
    }

    /// <summary>What composed it.</summary>
    public Composer Composer { get; }

    /// <summary>What its tokens mean, and what writes it as a song.</summary>
    public MelodyEncoding Encoding => Composer.Encoding;

    /// <summary>How it was composed; the steps are there as a number, also where bars were asked for.</summary>
    public CompositionOptions Options { get; }

    /// <summary>How many outcomes a distribution has.</summary>
    public int OutcomeCount => Composer.OutcomeCount;

    /// <summary>What it begins with; of no steps where it begins from nothing.</summary>
    public Melody Primer => _beginning.Primer;

    /// <summary>How many steps the primer has.</summary>
    public int PrimerSteps => Primer.Length;

    /// <summary>Whether it begins from nothing: all of it was composed.</summary>
    public bool IsFromNothing => _beginning.IsFromNothing;

    /// <summary>The tokens of the whole song, the primer's first; not those that close its last bar.</summary>
    public ReadOnlySpan<int> Tokens => _heard.AsSpan(_beginning.Lead);

    /// <summary>The whole song, its primer first.</summary>
    public Melody Melody { get; }

    /// <summary>What was composed, without the primer. A note of the primer that it holds on is struck at its start.</summary>
    public Melody WithoutPrimer => IsFromNothing ? Melody : Melody.Skip(PrimerSteps);

    /// <summary>
    /// Each composed step's predicted distribution, before any sampler step: a probability for each outcome. Empty unless asked for.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<float>> Probabilities { get; }

    /// <summary>What the model heard before it composed: the primer, or before a song from nothing a silent step.</summary>
    internal Melody HeardPrimer => _beginning.Heard;

    /// <summary>The song as the model heard it, as tokens, without those that close its last bar.</summary>
    internal TokenSequence HeardTokens
    {
        get
        {
            Melody melody = IsFromNothing ? SongBeginning.AfterSilence(Melody) : Melody;
            return new TokenSequence(Encoding, _heard, melody.Take(_heard.Length).Positions());
        }
    }

    /// <summary>The song as a score.</summary>
    /// <param name="form">In which form; null for the song with its primer, as the encoding writes it.</param>
    public Score ToScore(WrittenForm? form = null)
    {
        form ??= new WrittenForm();
        return form.ApplyTo(Encoding.Write(form.WithPrimer ? Melody : WithoutPrimer));
    }

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

    /// <summary>
    /// Writes the song as a MIDI file that carries the record of where it comes from, and the record as a file beside it: of
    /// <c>NAME.mid</c> it is <c>NAME.json</c>. Each file is written whole or not at all.
    /// </summary>
    /// <param name="path">The MIDI file, by whatever name but one of ABC; one that is there is replaced.</param>
    /// <param name="form">In which form; null for the song with its primer, as the encoding writes it.</param>
    /// <param name="primerName">
    /// What the primer is called in the record: a plain file name, or <c>songbook:</c> and the name of a tune; empty for nothing.
    /// </param>
    /// <exception cref="ArgumentException">The file has the name of an ABC file, which has no room for a record.</exception>
    /// <exception cref="IOException">
    /// A file cannot be written; or beside the song one stands in the record's place that is no record. Then nothing is written.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public void Save(string path, WrittenForm? form = null, string primerName = "")
    {
        if (Path.GetExtension(path).Equals(".abc", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"Expected the name of a MIDI file, such as song.mid, found {path}; ToScore() gives what ABC has.", nameof(path));
        }

        form ??= new WrittenForm();
        MidiFile song = ToScore(form).ToMidi();
        if (CompositionRecord.Of(this, form, primerName) is not { } record)
        {
            song.Save(path);
            return;
        }

        string beside = CompositionRecord.PathBeside(path);
        if (!CompositionRecord.IsReplaceable(beside))
        {
            throw new IOException(
                $"The record of {path} would be written over {beside}, which is no record of a song; choose another name.");
        }

        record.AddTo(song).Save(path);
        WholeFile.Write(beside, record.ToFile());
    }

    /// <summary>The song in words, such as <c>128 steps after 64, seed 7</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Options.Steps} steps {(IsFromNothing ? "from nothing" : $"after {PrimerSteps}")}, seed {Options.Seed}");
}
