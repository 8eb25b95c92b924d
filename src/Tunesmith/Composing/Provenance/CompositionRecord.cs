using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Composing.Variations;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>
/// Where a composed song comes from: all that it takes to compose it again with the same model, byte for byte. It travels in the song's
/// MIDI file and as JSON beside it; docs/provenance.md tells what is in it. It holds no path, no date and nothing of the machine.
/// </summary>
public sealed partial record CompositionRecord
{
    /// <summary>The form of record that this version writes and reads.</summary>
    internal const int CurrentFormat = 1;

    private const int MostChoices = 1_000;

    /// <summary>Begins a record: of a song by <see cref="Of(Composition, WrittenForm, string)"/>, or from JSON.</summary>
    [JsonConstructor]
    internal CompositionRecord()
    {
    }

    /// <summary>The version of this library, such as <c>1.2.0</c>.</summary>
    public static string CurrentVersion { get; } = typeof(CompositionRecord).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The form of the record; 1.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The version of Tunesmith that composed.</summary>
    public string Version { get; init; } = CurrentVersion;

    /// <summary>The model that composed: its <see cref="Tunesmith.Model.MelodyModel.Fingerprint"/>.</summary>
    public required string Model { get; init; }

    /// <summary>The recipe that it was trained by, as JSON; empty where it is not known. Composing again does not need it.</summary>
    [JsonConverter(typeof(RawJson))]
    public string Recipe { get; init; } = "";

    /// <summary>What fixed the draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many steps were composed.</summary>
    public required int Steps { get; init; }

    /// <summary>What of the song so far a step depended on.</summary>
    public ComposingContext Context { get; init; }

    /// <summary>
    /// Whether the song begins from nothing: its first step strikes a note, and <see cref="Primer"/> is the silent step before it.
    /// </summary>
    [JsonPropertyName("strikeFirst")]
    public bool IsFromNothing { get; init; }

    /// <summary>Whether the song was closed on a bar line.</summary>
    public bool CloseBar { get; init; }

    /// <summary>The sampler steps, in order.</summary>
    [JsonInclude]
    internal IReadOnlyList<RecordedChoice> Sampling { get; init; } = [];

    /// <summary>The constraints, in order.</summary>
    [JsonInclude]
    internal IReadOnlyList<RecordedChoice> Constraints { get; init; } = [];

    /// <summary>What the song begins with.</summary>
    [JsonInclude]
    [JsonRequired]
    internal RecordedMelody Primer { get; init; } = null!;

    /// <summary>The song of which bars were composed anew; null for a song of its own.</summary>
    [JsonInclude]
    internal RecordedVariation? Variation { get; init; }

    /// <summary>In which form the song was written.</summary>
    public WrittenForm Written { get; init; } = new();

    /// <summary>Whether it is another's song of which bars were composed anew; the primer is then all that stands before them.</summary>
    [JsonIgnore]
    public bool IsVariation => Variation is not null;

    /// <summary>What the song begins with.</summary>
    /// <exception cref="CompositionRecordException">The record says what cannot be.</exception>
    public Melody PrimerMelody() => Primer.ToMelody();

    /// <summary>Writes down a composition.</summary>
    /// <param name="song">The composition.</param>
    /// <param name="form">In which form it is written.</param>
    /// <param name="primerName">
    /// What the primer is called: a plain file name, or <c>songbook:</c> and the name of a tune; empty for nothing.
    /// </param>
    /// <returns>The record; null where a sampler step is of the caller's own making, and so cannot be written down.</returns>
    public static CompositionRecord? Of(Composition song, WrittenForm form, string primerName = "")
    {
        RecordedChoice?[] sampling = [.. song.Options.Sampling.Select(RecordedSampling.Of)];
        RecordedChoice?[] constraints =
            [.. song.Options.Constraints.Select(constraint => RecordedConstraints.Of(constraint, song.Options.Steps))];
        return sampling.Contains(null) || constraints.Contains(null) ? null : new CompositionRecord
        {
            Model = song.Composer.Fingerprint(),
            Recipe = RawJson.Compact(song.Composer.Recipe),
            Seed = song.Options.Seed,
            Steps = song.Options.Steps,
            Context = song.Options.Context,
            IsFromNothing = song.IsFromNothing,
            CloseBar = song.Options.CloseBar,
            Sampling = sampling!,
            Constraints = constraints!,
            Primer = RecordedMelody.Of(song.HeardPrimer, primerName),
            Written = song.IsFromNothing ? form with { WithPrimer = false } : form,
        };
    }

    /// <summary>Writes down bars that were composed anew in a song.</summary>
    /// <param name="draft">What was composed, after the primer of the bars.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="song">The song as it was.</param>
    /// <param name="name">What the song is called: a plain file name, or <c>songbook:</c> and the name of a tune.</param>
    /// <returns>The record; null where a sampler step is of the caller's own making, and so cannot be written down.</returns>
    public static CompositionRecord? Of(Composition draft, VariedBars bars, Score song, string name) =>
        Of(draft, new WrittenForm(), name) is { } record
            ? record with
            {
                Variation = new RecordedVariation(RecordedVariation.FingerprintOf(song), bars.First),
                Written = new WrittenForm(),
            }
            : null;

    /// <summary>The options that compose it again.</summary>
    /// <param name="encoding">The model's encoding.</param>
    /// <exception cref="CompositionRecordException">The record says what cannot be.</exception>
    public CompositionOptions OptionsFor(MelodyEncoding encoding)
    {
        ISamplerStep[] sampling = [.. Sampling.Select(choice => Made(choice, kept => RecordedSampling.ToStep(kept, encoding)))];
        Constraint[] constraints = [.. Constraints.Select(choice => Made(choice, RecordedConstraints.ToConstraint))];
        return new CompositionOptions
        {
            Steps = Steps,
            Seed = Seed,
            Context = Context,
            Sampling = sampling,
            Constraints = constraints,
            CloseBar = CloseBar,
        };
    }

    /// <summary>Checks what a reader must not trust.</summary>
    /// <exception cref="CompositionRecordException">The record says what cannot be.</exception>
    private void Validate()
    {
        if (Format != CurrentFormat)
        {
            throw CompositionRecordException.Beyond(
                $"a record of format {CurrentFormat}, for another version of Tunesmith wrote this one",
                Format.ToString(CultureInfo.InvariantCulture));
        }

        bool areSteps = Steps is >= 0 and <= CompositionOptions.MostSteps;
        CompositionRecordException.Check(areSteps, $"0 to {CompositionOptions.MostSteps} steps", Steps);
        CompositionRecordException.Check(Enum.IsDefined(Context), "the context stream or window", Context);
        CompositionRecordException.Check(Sampling.Count <= MostChoices, $"at most {MostChoices} sampler steps", Sampling.Count);
        CompositionRecordException.Check(Constraints.Count <= MostChoices, $"at most {MostChoices} constraints", Constraints.Count);
        if (Written.MicrosecondsPerQuarter is { } tempo)
        {
            RecordedTempo.Check(tempo);
        }

        CompositionRecordException.Check(Written.Program is null or (>= 0 and <= 127), "a program from 0 to 127", Written.Program);
    }

    private static T Made<T>(RecordedChoice choice, Func<RecordedChoice, T> make)
    {
        try
        {
            return make(choice);
        }
        catch (ArgumentException error)
        {
            throw new CompositionRecordException($"a value that \"{choice.Kind}\" can have", choice.Values, error);
        }
    }
}
