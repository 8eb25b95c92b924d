using System.Text.Json.Serialization;

namespace Tunesmith.Composing.Provenance;

/// <summary>What came of composing a song again.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">The same in one sentence, without a full stop; where the song is not the same, it says why.</param>
public sealed record ReplayResult(ReplayOutcome Outcome, string Message)
{
    /// <summary>Whether the song is the same, byte for byte.</summary>
    public bool IsSame => Outcome == ReplayOutcome.Same;

    /// <summary>The record; null where there is none, or a damaged one.</summary>
    public CompositionRecord? Record { get; init; }

    /// <summary>The song as it was composed again; null where it could not be.</summary>
    public Composition? Song { get; init; }

    /// <summary>The bytes that it was written to when it was new; null where it could not be composed.</summary>
    public byte[]? Bytes { get; init; }
}

/// <summary>How composing a song again can end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplayOutcome>))]
public enum ReplayOutcome
{
    /// <summary>
    /// Neither the song nor the file beside it has a record: Tunesmith did not compose it, or other software took the record away.
    /// </summary>
    [JsonStringEnumMemberName("noRecord")]
    NoRecord,

    /// <summary>The song is the same, byte for byte.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>The record is damaged, or says what cannot be.</summary>
    [JsonStringEnumMemberName("damagedRecord")]
    DamagedRecord,

    /// <summary>Another model composed the song.</summary>
    [JsonStringEnumMemberName("otherModel")]
    OtherModel,

    /// <summary>Bars of a song were composed anew, and that song is missing.</summary>
    [JsonStringEnumMemberName("missingSong")]
    MissingSong,

    /// <summary>Bars of a song were composed anew, and that song is another than the one given.</summary>
    [JsonStringEnumMemberName("otherSong")]
    OtherSong,

    /// <summary>Another version of Tunesmith composed the song, and this one makes another of it.</summary>
    [JsonStringEnumMemberName("otherVersion")]
    OtherVersion,

    /// <summary>The song was changed after it was composed.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,
}
