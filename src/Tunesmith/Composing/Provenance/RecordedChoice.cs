using System.Globalization;

namespace Tunesmith.Composing.Provenance;

/// <summary>
/// A sampler step or a constraint, written down. Which of the values it has depends on its kind; docs/provenance.md lists them.
/// </summary>
/// <param name="Kind">What it is, such as <c>temperature</c> or <c>key</c>.</param>
internal sealed record RecordedChoice(string Kind)
{
    /// <summary>Its number.</summary>
    public double? Number { get; init; }

    /// <summary>Its pitches, as MIDI numbers.</summary>
    public IReadOnlyList<int>? Pitches { get; init; }

    /// <summary>The name of its key.</summary>
    public string? Key { get; init; }

    /// <summary>Its melody.</summary>
    public RecordedMelody? Melody { get; init; }

    /// <summary>Its number, or its pitches, as words.</summary>
    internal string Values => Number is { } number
        ? number.ToString(CultureInfo.InvariantCulture)
        : Pitches is { } pitches ? string.Join(", ", pitches.Select(pitch => pitch.ToString(CultureInfo.InvariantCulture))) : "others";
}
