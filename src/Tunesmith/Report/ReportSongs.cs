using Tunesmith.Corpus;

namespace Tunesmith.Report;

/// <summary>What was learned from.</summary>
/// <param name="Corpus">The songs, and the files that were left out.</param>
public sealed record ReportSongs(SongCorpus Corpus)
{
    /// <summary>The titles kept from the network. Default: none.</summary>
    public IReadOnlyList<string> HeldOutTitles { get; init; } = [];
}
