using Tunesmith.Experiments;
using Tunesmith.Files;
using Tunesmith.Report.Html;
using Tunesmith.Report.Sections;

namespace Tunesmith.Report;

/// <summary>
/// What a network learned and wrote, as one HTML file that opens in any browser without a network: sounds, pictures, songs to take away and
/// all that they need are within it, and it asks nobody for anything. Parts that are null or empty are left out. The same content gives the
/// same bytes. Texts may come from anywhere: they are shown, never obeyed.
/// </summary>
public sealed record ReportPage
{
    /// <summary>
    /// The most bytes of a page: 20 MB. Where the sounds would be more, only so much of them is rendered, and the page says so.
    /// </summary>
    public const int MostBytes = 20_000_000;

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to hear and see, in a sentence or two. Default: nothing.</summary>
    public string Lead { get; init; } = "";

    /// <summary>How it came about, in a few sentences below the lead. Default: nothing.</summary>
    public string Story { get; init; } = "";

    /// <summary>Command lines that make all of it again, or go on from here. Default: none.</summary>
    public IReadOnlyList<ReportCommand> Commands { get; init; } = [];

    /// <summary>The tunes that were composed, in order. Default: none.</summary>
    public IReadOnlyList<ReportTune> Tunes { get; init; } = [];

    /// <summary>How the network learned, and how well. Default: nothing of it.</summary>
    public ReportTraining? Training { get; init; }

    /// <summary>What fine-tuning has won and lost. Default: nothing of it.</summary>
    public FineTuningReport? FineTuning { get; init; }

    /// <summary>Recipes and baselines beside each other. Default: none.</summary>
    public ReportComparison? Comparison { get; init; }

    /// <summary>What was learned from. Default: nothing of it.</summary>
    public ReportSongs? Songs { get; init; }

    /// <summary>How many threads make the sounds; 1 or more. The bytes do not depend on it. Default: one for each core.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Makes the page, for which the tunes are rendered.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The file in UTF-8, at most <see cref="MostBytes"/>.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public byte[] ToBytes(CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        TuneSection tunes = new(Tunes, cancellationToken);
        IReadOnlyList<PageSection> sections =
        [
            .. tunes.Sections(),
            .. FineTuning is null ? [] : FineTuningSection.Of(FineTuning),
            .. Training is null ? [] : TrainingSections.Of(Training),
            .. Comparison is null ? [] : ComparisonSection.Of(Comparison),
            .. Songs is null ? [] : SongsSection.Of(Songs, Training is null ? "The songs" : "What it learned from"),
            .. Commands.Count == 0 ? [] : CommandSection.Of(Commands),
        ];
        byte[] silent = Write(sections);
        if (Tunes.Count == 0)
        {
            return silent;
        }

        tunes.Render(MostBytes - silent.Length, Threads, cancellationToken); // the sounds have what all else leaves them
        return Write(sections);
    }

    /// <summary>Makes the page and writes it to a file, whole or not at all.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the work; the file is then as it was.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Save(string path, CancellationToken cancellationToken = default) => WholeFile.Write(path, ToBytes(cancellationToken));

    private byte[] Write(IReadOnlyList<PageSection> sections)
    {
        HtmlWriter html = new();
        PageFrame.Write(html, this, sections);
        return html.ToBytes();
    }
}
