using Tunesmith.Analysis;
using Tunesmith.Analysis.Originality;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Report;

/// <summary>A composed tune as the page shows it: to hear, to see, and to take away.</summary>
public sealed record ReportTune
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The tune.</summary>
    public required Score Score { get; init; }

    /// <summary>Its MIDI file, to take away; null for what the score is as one.</summary>
    public MidiFile? Midi { get; init; }

    /// <summary>The name that its files are given when they are taken from the page, without extension.</summary>
    public required string FileName { get; init; }

    /// <summary>The tick at which what was composed begins; what sounds before it is drawn as outlines. Null where all was.</summary>
    public long? ComposedFrom { get; init; }

    /// <summary>What it was begun with, such as <c>the first 4 bars of Arirang</c>. Default: nothing is said.</summary>
    public string BegunWith { get; init; } = "";

    /// <summary>How many of the bars that were composed have stood before in the tune. Default: of none.</summary>
    public RecurringBars Form { get; init; }

    /// <summary>The same share of the songs learned from, 0 to 1. Default: unknown.</summary>
    public double? UsualForm { get; init; }

    /// <summary>What the composed part shares with the songs learned from. Default: nothing is said.</summary>
    public OriginalityReport? Originality { get; init; }

    /// <summary>Why it was kept of several, in words. Default: nothing is said.</summary>
    public string Ranked { get; init; } = "";

    /// <summary>What the network expected at every step that was composed. Default: it is not shown.</summary>
    public ReportPredictions? Predictions { get; init; }

    /// <summary>The command line that composes it again. Default: none.</summary>
    public string Command { get; init; } = "";
}
