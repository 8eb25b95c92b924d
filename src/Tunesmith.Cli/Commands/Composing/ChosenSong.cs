using Tunesmith.Analysis.Originality;
using Tunesmith.Composing;
using Tunesmith.Experiments.Choosing;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>A composed song that is kept, and why.</summary>
/// <param name="Song">The song.</param>
/// <param name="Primer">What it starts from.</param>
/// <param name="FirstSeed">The seed by which the command line composes it again: that of its first draft.</param>
internal sealed record ChosenSong(Composition Song, PrimerSong Primer, ulong FirstSeed)
{
    /// <summary>How original it is, and what that took; null where nothing was asked of it.</summary>
    public OriginalDraft? Original { get; init; }

    /// <summary>What was composed shares with the songs to judge by; null where there are none.</summary>
    public OriginalityReport? Originality { get; init; }

    /// <summary>Its score among the songs it was chosen from; null where none was chosen.</summary>
    public DraftScore? Score { get; init; }
}
