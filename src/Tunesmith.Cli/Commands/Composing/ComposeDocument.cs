using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Originality;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>What <c>tunesmith compose</c> reports.</summary>
/// <param name="Song">The composed song's file.</param>
/// <param name="BaseSong">The file of the whole song that it starts from; null where it starts from none.</param>
/// <param name="Primer">The name of that song; else <c>notes</c> or <c>nothing</c>.</param>
/// <param name="PrimerIndex">Its number among the songs of the corpus; null for a file.</param>
/// <param name="PrimerSteps">How many of its steps were heard.</param>
/// <param name="Steps">How many steps were composed.</param>
/// <param name="WithPrimer">Whether the primer stands in front of them in the file.</param>
/// <param name="Seed">What composes the same song again.</param>
/// <param name="RecurringBars">The share of the composed bars that have stood before in the song, 0 to 1; null without a whole bar.</param>
/// <param name="CorpusRecurringBars">The same of all songs of the corpus; null where none was given.</param>
internal sealed record ComposeDocument(
    string Song,
    string? BaseSong,
    string Primer,
    int? PrimerIndex,
    int PrimerSteps,
    int Steps,
    bool WithPrimer,
    ulong Seed,
    double? RecurringBars,
    double? CorpusRecurringBars)
{
    /// <summary>The record of how it was composed; null where it could not stand beside the song.</summary>
    public string? Record { get; init; }

    /// <summary>The model's fingerprint.</summary>
    public string Model { get; init; } = "";

    /// <summary>The composed song's sound; absent where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sound { get; init; }

    /// <summary>The sound of the song that it starts from; absent where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BaseSound { get; init; }

    /// <summary>What was composed as a musician counts it: bars, and how long they last.</summary>
    [JsonIgnore]
    public string Length { get; init; } = "";

    /// <summary>How much was heard of what it starts from, in bars.</summary>
    [JsonIgnore]
    public string PrimerLength { get; init; } = "";

    /// <summary>What was composed shares with the songs to judge by; null where there are none.</summary>
    public TuneOriginalityDocument? Originality { get; init; }

    /// <summary>How original it is, and what that took; absent where nothing was asked of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OriginalDocument? Original { get; init; }

    /// <summary>Why it was kept; absent where nothing was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoreDocument? Score { get; init; }

    /// <summary>The report of a song.</summary>
    /// <param name="chosen">The song, and what it starts from.</param>
    /// <param name="files">The files of all songs.</param>
    /// <param name="index">Which of them it is.</param>
    /// <param name="written">In which form it is written.</param>
    /// <param name="form">The form of all songs.</param>
    public static ComposeDocument Of(ChosenSong chosen, ComposedFiles files, int index, WrittenForm written, ComposedForm form) => new(
        files.Songs[index],
        files.HasBase ? files.BaseSongs[index] : null,
        chosen.Primer.Name,
        chosen.Primer.Index,
        chosen.Song.PrimerSteps,
        chosen.Song.Options.Steps,
        written.WithPrimer && !chosen.Song.IsFromNothing,
        chosen.Song.Options.Seed,
        ComposedForm.Of(chosen.Song).Share,
        form.Corpus?.Share)
    {
        Length = LengthOf(chosen.Song, written),
        PrimerLength = Wording.Bars(chosen.Song.Melody, 0, chosen.Song.PrimerSteps),
        Record = RecordFiles.Beside(files.Songs[index]),
        Model = chosen.Song.Composer.Fingerprint(),
        Sound = files.SoundOf(files.Songs[index]),
        BaseSound = files.SoundOf(files.HasBase ? files.BaseSongs[index] : null),
        Originality = chosen.Originality is { } shared ? TuneOriginalityDocument.Of(shared) : null,
        Original = OriginalDocument.Of(chosen.Original),
        Score = ScoreDocument.Of(chosen.Score),
    };

    private static string LengthOf(Composition song, WrittenForm written)
    {
        Score score = song.ToScore(written);
        long composedFrom = written.WithPrimer ? (long)song.PrimerSteps * score.TicksPerQuarter / song.Melody.StepsPerQuarter : 0;
        double seconds = score.Seconds - score.Tempos.SecondsAt(composedFrom, score.TicksPerQuarter);
        return $"{Wording.Bars(song.Melody, song.PrimerSteps, song.Melody.Length)} ({Wording.Duration(Math.Max(0, seconds))})";
    }

    /// <summary>How original it is and why it was kept, a line each.</summary>
    public IEnumerable<string> Reasons()
    {
        if (Original is { } original)
        {
            yield return original.InWords;
        }
        else if (Originality is { } shared)
        {
            yield return shared.InWords;
        }

        if (Score is { } score)
        {
            yield return $"score {score.InWords}";
        }
    }

    /// <summary>The report in one line.</summary>
    public override string ToString()
    {
        string name = PlainText.Of(Primer);
        string primer = PrimerIndex is { } index ? string.Create(CultureInfo.InvariantCulture, $"song {index}, {name}") : name;
        string start = PrimerSteps == 0 ? "from nothing" : $"after {PrimerLength} of {primer}";
        return string.Create(CultureInfo.InvariantCulture, $"composed {Length} {start} (seed {Seed}): {Song}")
            + (BaseSong is null ? "" : $", and beside it the whole song it starts from: {BaseSong}")
            + (Sound is null ? "" : BaseSound is null ? $"; as sound {Sound}" : $"; as sound {Sound} and {BaseSound}");
    }
}

/// <summary>What <c>tunesmith compose --count</c> reports.</summary>
/// <param name="Songs">The songs in order of their seeds, or best first.</param>
internal sealed record ComposeDocuments(IReadOnlyList<ComposeDocument> Songs);

/// <summary>JSON of <c>tunesmith compose</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(ComposeDocument))]
[JsonSerializable(typeof(ComposeDocuments))]
internal sealed partial class ComposeJson : JsonSerializerContext;
