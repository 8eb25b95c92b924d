using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>What the songs of a folder hold, all together, as JSON. Shares are from 0 to 1, and null of nothing.</summary>
internal sealed record TotalsDocument
{
    /// <summary>Why files are left out, most first.</summary>
    public required CauseDocument[] LeftOut { get; init; }

    /// <summary>Why songs are used in part, most first; a song may have several reasons.</summary>
    public required CauseDocument[] PartlyUsed { get; init; }

    /// <summary>How many different titles there are.</summary>
    public required int Titles { get; init; }

    /// <summary>How many there are where titles of which songs are exact copies are one: what a split divides.</summary>
    public required int TitleGroups { get; init; }

    /// <summary>How many songs have an exact copy.</summary>
    public required int Copies { get; init; }

    /// <summary>How many songs have a twin of another title, transposed or re-timed.</summary>
    public required int Twins { get; init; }

    /// <summary>The share of the steps at which nothing sounds.</summary>
    public required double? Rests { get; init; }

    /// <summary>The share of the steps that hold a note.</summary>
    public required double? Holds { get; init; }

    /// <summary>How many notes there are.</summary>
    public required long Notes { get; init; }

    /// <summary>The share of the notes that repeat the pitch of the note before.</summary>
    public required double? RepeatedNotes { get; init; }

    /// <summary>The share of the steps after a song's first that do as the step before.</summary>
    public required double? Repeats { get; init; }

    /// <summary>The MIDI number of the lowest note; null where there is none.</summary>
    public required int? Lowest { get; init; }

    /// <summary>The MIDI number of the highest note; null where there is none.</summary>
    public required int? Highest { get; init; }

    /// <summary>How many songs have a bar of each meter, most first.</summary>
    public required MeterDocument[] Meters { get; init; }

    /// <summary>The tempi at which songs begin, in quarters a minute; null where there is no song.</summary>
    public required SpreadDocument? Tempo { get; init; }

    /// <summary>The steps of a song; null where there is none.</summary>
    public required SpreadDocument? Length { get; init; }

    /// <summary>How long they last together.</summary>
    public required double Seconds { get; init; }

    /// <summary>What a model of them will not know, and what would help; empty where they are enough and different enough.</summary>
    public required string[] Remarks { get; init; }

    /// <summary>Describes a corpus.</summary>
    public static TotalsDocument Of(SongCorpus corpus, CorpusReport report)
    {
        CorpusTotals totals = report.Totals;
        return new TotalsDocument
        {
            LeftOut = [.. report.LeftOut.Select(CauseOf)],
            PartlyUsed = [.. report.Missing.Select(CauseOf)],
            Titles = report.Titles.Titles,
            TitleGroups = report.Titles.Groups.Count,
            Copies = report.SongsWithCopy,
            Twins = report.SongsWithTwin,
            Rests = Share(totals.Rests, totals.Steps),
            Holds = Share(totals.Holds, totals.Steps),
            Notes = totals.Onsets,
            RepeatedNotes = Share(totals.RepeatedNotes, totals.Onsets),
            Repeats = Share(totals.Repeats, totals.Steps - totals.Songs),
            Lowest = totals.Lowest?.Number,
            Highest = totals.Highest?.Number,
            Meters = [.. totals.Meters.Select(meter => new MeterDocument($"{meter.Key}", meter.Value))],
            Tempo = SpreadDocument.Of(totals.Tempos),
            Length = SpreadDocument.Of([.. totals.Lengths.Select(length => (double)length)]),
            Seconds = totals.Seconds,
            Remarks = [.. report.Remarks],
        };

        CauseDocument CauseOf(KeyValuePair<CorpusCause, int> cause) =>
            new(cause.Key, CorpusReason.InCommon(cause.Key, corpus.Options), cause.Value);
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>How many files have a reason.</summary>
/// <param name="Cause">The sort of reason.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="Files">How many files have it.</param>
internal sealed record CauseDocument(CorpusCause Cause, string Reason, int Files);

/// <summary>How many songs have a meter.</summary>
internal sealed record MeterDocument(string Meter, int Songs);

/// <summary>The least, middle and greatest of some numbers; of an even count the upper of the two in the middle.</summary>
internal sealed record SpreadDocument(double Least, double Median, double Most)
{
    /// <summary>The spread of numbers in ascending order; null where there are none.</summary>
    public static SpreadDocument? Of(IReadOnlyList<double> ascending) =>
        ascending.Count == 0 ? null : new SpreadDocument(ascending[0], ascending[ascending.Count / 2], ascending[^1]);
}
