using System.Text.Json.Serialization;
using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Music.Abc;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>One file of a folder.</summary>
/// <param name="File">Where it is below the folder, with <c>/</c> between folders.</param>
/// <param name="Used">Whether it is learned from.</param>
/// <param name="Status"><c>used</c>, <c>partly</c> or <c>leftOut</c>.</param>
/// <param name="Reason">Why it is left out or used in part, with what would help; null where it is used.</param>
/// <param name="Suggestion">What to add to the command line to have it, or all of it; null where nothing helps or is needed.</param>
/// <param name="Steps">The steps of its melody; 0 where none could be heard.</param>
/// <param name="Warnings">Where it breaks its format, of MIDI.</param>
/// <param name="Voice">Which voice was heard; absent where the encoding has no such choice, or none was.</param>
/// <param name="Melody">A MIDI pitch for each step, -1 for a rest; absent where not asked for or not heard.</param>
/// <param name="Onsets">The steps at which a note is struck; absent where the encoding does not know, and where there is no melody.</param>
/// <param name="Title">The title that an ABC tune states; absent where it states none, and for MIDI.</param>
/// <param name="AbcWarnings">Where an ABC tune breaks its format; absent where it does not, and for MIDI.</param>
internal sealed record FileDocument(
    string File,
    bool Used,
    string Status,
    string? Reason,
    string? Suggestion,
    int Steps,
    MidiWarning[] Warnings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VoiceDocument? Voice,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int[]? Melody,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int[]? Onsets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AbcWarning[]? AbcWarnings)
{
    /// <summary>The sorts of reasons, one for a file that is left out; absent where it is used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CorpusCause[]? Causes { get; init; }

    /// <summary>A song with exactly the same melody; absent where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CopyOf { get; init; }

    /// <summary>How many other songs have exactly the same melody; absent where none has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Copies { get; init; }

    /// <summary>A song of another title that is the same transposed or re-timed; absent where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TwinOf { get; init; }

    /// <summary>How many other songs twins join with it; absent where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Twins { get; init; }

    /// <summary>
    /// How many notes it has in common with <see cref="TwinOf"/>, and what it does with them in words; absent where there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InCommon { get; init; }

    /// <summary>What becomes of a file, in one word.</summary>
    public static string StatusOf(CorpusFile file) => file.Status switch
    {
        CorpusFileStatus.Used => "used",
        CorpusFileStatus.PartlyUsed => "partly",
        _ => "leftOut",
    };

    /// <summary>Why a file is left out or used in part, in words; null where it is used.</summary>
    public static string? ReasonOf(CorpusFile file) =>
        file.Reason ?? (file.Missing.Count == 0 ? null : string.Join("; ", file.MissingInWords));

    /// <summary>What would have a file, or all of it; null where nothing helps or is needed.</summary>
    public static string? SuggestionFor(CorpusFile file) =>
        (file.LeftOut ?? file.Missing.FirstOrDefault(reason => reason.CommandLineOption is not null))?.CommandLineOption;

    /// <summary>The sorts of reasons of a file; null where it is used.</summary>
    public static CorpusCause[]? CausesOf(CorpusFile file) => file.Status switch
    {
        CorpusFileStatus.Used => null,
        CorpusFileStatus.PartlyUsed => [.. file.Missing.Select(reason => reason.Cause).Distinct()],
        _ => [file.LeftOut!.Cause],
    };

    /// <summary>The same with the songs that are as it is.</summary>
    public FileDocument WithPartners(SongCorpus corpus, CorpusReport report, int song)
    {
        SongPartner? copy = report.CopyOf[song];
        SongPartner? twin = report.TwinOf[song];
        return this with
        {
            CopyOf = copy is null ? null : corpus.Songs[copy.Song].Path,
            Copies = copy?.Others + 1,
            TwinOf = twin is null ? null : corpus.Songs[twin.Song].Path,
            Twins = twin?.Others + 1,
            InCommon = FolderReport.InCommon(twin, song),
        };
    }

    /// <summary>Describes a file.</summary>
    public static FileDocument Of(CorpusFile file, bool withMelody) => new(
        file.Path,
        file.IsUsed,
        StatusOf(file),
        ReasonOf(file),
        SuggestionFor(file),
        file.Steps,
        [.. file.Warnings],
        VoiceDocument.Of(file),
        withMelody ? file.Melody?.SoundingPitches() : null,
        withMelody ? VoiceDocument.OnsetsOf(file) : null,
        file.Title,
        file.AbcWarnings.Count > 0 ? [.. file.AbcWarnings] : null)
    {
        Causes = CausesOf(file),
    };
}
