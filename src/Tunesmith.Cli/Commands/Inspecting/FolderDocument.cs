using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>What <c>tunesmith inspect FOLDER --json</c> reports.</summary>
/// <param name="Processed">How many song files there are.</param>
/// <param name="Used">How many of them are learned from.</param>
/// <param name="PartlyUsed">How many of those that are learned from lack something.</param>
/// <param name="LeftOut">How many are not.</param>
/// <param name="Steps">The steps of those that are learned from.</param>
/// <param name="RecurringBars">The share of their bars that have stood before in their song, 0 to 1; null without a whole bar.</param>
/// <param name="Encoding">The encoding that the melodies are heard with.</param>
/// <param name="Grid">Steps in a quarter note.</param>
/// <param name="Totals">What they hold, all together.</param>
/// <param name="Files">Every file, in ordinal order of the paths.</param>
internal sealed record FolderDocument(
    int Processed,
    int Used,
    int PartlyUsed,
    int LeftOut,
    long Steps,
    double? RecurringBars,
    string Encoding,
    int Grid,
    TotalsDocument Totals,
    FileDocument[] Files)
{
    /// <summary>Describes a corpus.</summary>
    public static FolderDocument Of(SongCorpus corpus, CorpusReport report, bool withMelody)
    {
        int songs = 0;
        return new FolderDocument(
            corpus.Files.Count,
            corpus.Songs.Count,
            report.PartlyUsed,
            corpus.Files.Count - corpus.Songs.Count,
            corpus.Steps,
            Analysis.RecurringBars.Of(corpus.Melodies).Share,
            corpus.Options.Encoding.Name,
            corpus.Options.Encoding.StepsPerQuarter,
            TotalsDocument.Of(corpus, report),
            [.. corpus.Files.Select(Describe)]);

        FileDocument Describe(CorpusFile file)
        {
            FileDocument document = FileDocument.Of(file, withMelody);
            return file.IsUsed ? document.WithPartners(corpus, report, songs++) : document;
        }
    }
}

/// <summary>JSON of <c>tunesmith inspect</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(FolderDocument))]
[JsonSerializable(typeof(SongDocument))]
internal sealed partial class InspectJson : JsonSerializerContext;
