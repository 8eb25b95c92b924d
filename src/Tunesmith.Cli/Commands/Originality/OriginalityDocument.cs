using System.Text.Json.Serialization;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Originality;

/// <summary>What <c>tunesmith originality</c> reports.</summary>
/// <param name="Song">The song.</param>
/// <param name="Folder">What it was compared with.</param>
/// <param name="Songs">How many songs that are.</param>
/// <param name="Originality">What they share.</param>
/// <param name="Remarks">What makes the figures tell little, or something else than they seem to.</param>
internal sealed record OriginalityDocument(
    string Song,
    string Folder,
    int Songs,
    [property: JsonIgnore] OriginalityReport Originality,
    IReadOnlyList<string> Remarks)
{
    /// <summary>The bar from which it is judged, counted from 1: what it begins with was given; null where all of it is judged.</summary>
    public int? JudgedFrom { get; init; }

    /// <summary>The notes of the longest passage shared with any song.</summary>
    public int LongestSharedNotes => Originality.LongestSharedNotes;

    /// <summary>The share of the notes in shared passages of 8 notes or more, 0 to 1.</summary>
    public double CoveredShare => Originality.CoveredShare;

    /// <summary>More alike than so many of 100 real songs; null where there is nothing to compare with.</summary>
    public double? Percentile => Originality.Percentile;

    /// <summary>The share of real songs with a shorter longest passage, 0 to 100.</summary>
    public double? LongestPercentile => Originality.Standing.LongestPercentile;

    /// <summary>The share of real songs of which less is covered, 0 to 100.</summary>
    public double? CoveredPercentile => Originality.Standing.CoveredPercentile;

    /// <summary>How many real songs it is more alike than.</summary>
    public int MoreAlikeThan => Originality.Standing.MoreAlikeThan;

    /// <summary>How many real songs are exactly as alike as it is.</summary>
    public int AsAlikeAs => Originality.Standing.AsAlikeAs;

    /// <summary>How many real songs there are to compare with.</summary>
    public int RealSongs => Originality.Standing.RealSongs;

    /// <summary>unknown, below, within or above what real songs share by accident.</summary>
    public string Likeness => Originality.Standing.Likeness.ToString().ToLowerInvariant();

    /// <summary>The songs of the folder that are this very song.</summary>
    public IEnumerable<string> Copies => Originality.Copies.Select(copy => copy.Name);

    /// <summary>The figures on each grid.</summary>
    public IEnumerable<OriginalityHearingDocument> Hearings => Originality.Hearings.Select(hearing => new OriginalityHearingDocument(
        hearing.StepsPerQuarter, hearing.Notes, hearing.Figures.LongestSharedNotes, hearing.Figures.CoveredShare));

    /// <summary>What so much of the real songs shares at most.</summary>
    public IEnumerable<OriginalityQuantileDocument> Real => Originality.Real.Select(real => new OriginalityQuantileDocument(
        real.Share, real.Figures.LongestSharedNotes, real.Figures.CoveredShare));

    /// <summary>The longest passage with each song that shares 8 notes or more.</summary>
    public IEnumerable<SharedPassageDocument> Passages => Originality.Passages.Select(SharedPassageDocument.Of);

    /// <summary>What the figures are not.</summary>
    public string Note { get; } = OriginalityReport.NoClearance;

    /// <summary>The report of a song.</summary>
    public static OriginalityDocument Of(string song, SongCorpus corpus, OriginalityReport report) =>
        new(song, corpus.Source, corpus.Songs.Count, report, [.. RemarksOn(corpus, report)]);

    private static IEnumerable<string> RemarksOn(SongCorpus corpus, OriginalityReport report)
    {
        string[] copies = [.. report.Copies.Select(copy => copy.Name)];
        if (copies.Length > 0)
        {
            string more = copies.Length == 1 ? "" : $" and {Wording.Count(copies.Length - 1, "other")}";
            yield return $"the song is in {corpus.Source}, note for note, as {copies[0]}{more}; "
                + "leave it out there to compare it with the rest";
        }

        if (report.Standing is { RealSongs: > 0, IsFew: true } standing)
        {
            yield return $"{corpus.Source} has {Wording.Count(standing.RealSongs, "song")} to compare with, and fewer than "
                + $"{OriginalityStanding.FewSongs} tell little about what is usual";
        }
    }
}

/// <summary>What a composed tune shares with the songs learned from, in short.</summary>
/// <param name="LongestSharedNotes">The notes of the longest passage shared with any song.</param>
/// <param name="CoveredShare">The share of the notes in shared passages of 8 or more.</param>
/// <param name="Percentile">More alike than so many of 100 real songs.</param>
/// <param name="LongestWith">The first song that the longest passage is shared with; null where it has fewer than 8 notes.</param>
internal sealed record TuneOriginalityDocument(int LongestSharedNotes, double CoveredShare, double? Percentile, string? LongestWith)
{
    /// <summary>The same in words.</summary>
    [JsonIgnore]
    public string InWords
    {
        get
        {
            string notes = Wording.Count(LongestSharedNotes, "note");
            string with = LongestWith is { } song ? $"shares {notes} in a row with {song}"
                : LongestSharedNotes == 0 ? "shares no passage with any song"
                : $"shares at most {notes} in a row with any song";
            string usual = Percentile is { } percentile
                ? $"; of 100 real songs {Wording.Sharing(percentile)} less with the others"
                : "";
            return with + usual;
        }
    }

    /// <summary>The short report of a tune.</summary>
    public static TuneOriginalityDocument Of(OriginalityReport report) =>
        new(report.LongestSharedNotes, report.CoveredShare, report.Percentile, report.Passages is [var longest, ..] ? longest.Name : null);
}

/// <summary>A song in one hearing.</summary>
/// <param name="Grid">Steps a quarter.</param>
/// <param name="Notes">How many notes were judged.</param>
/// <param name="LongestSharedNotes">The notes of the longest passage.</param>
/// <param name="CoveredShare">The share of the notes in passages of 8 or more.</param>
internal sealed record OriginalityHearingDocument(int Grid, int Notes, int LongestSharedNotes, double CoveredShare);

/// <summary>What real songs share.</summary>
/// <param name="Share">So much of them, 0 to 1, shares at most this.</param>
/// <param name="LongestSharedNotes">The notes of the longest passage.</param>
/// <param name="CoveredShare">The share of the notes in passages of 8 or more.</param>
internal sealed record OriginalityQuantileDocument(double Share, int LongestSharedNotes, double CoveredShare);

/// <summary>A passage that two songs share.</summary>
/// <param name="Song">The other song.</param>
/// <param name="Notes">How many notes.</param>
/// <param name="Bars">The first and the last bar in the song judged, counted from 1.</param>
/// <param name="SongBars">The same in the other song.</param>
/// <param name="Semitones">By how much the song judged has it higher.</param>
/// <param name="Stretch">How many times as long it lasts in the song judged.</param>
/// <param name="Grid">The steps a quarter on which they agree.</param>
internal sealed record SharedPassageDocument(
    string Song, int Notes, IReadOnlyList<int> Bars, IReadOnlyList<int> SongBars, int Semitones, double Stretch, int Grid)
{
    /// <summary>The report of a passage.</summary>
    public static SharedPassageDocument Of(SharedPassage passage) => new(
        passage.Name,
        passage.Notes,
        [passage.Bars.First, passage.Bars.Last],
        [passage.OtherBars.First, passage.OtherBars.Last],
        passage.Semitones,
        passage.Stretch,
        passage.StepsPerQuarter);
}

/// <summary>JSON of <c>tunesmith originality</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(OriginalityDocument))]
internal sealed partial class OriginalityJson : JsonSerializerContext;
