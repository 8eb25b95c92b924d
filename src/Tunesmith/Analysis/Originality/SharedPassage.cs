using Tunesmith.Music;
using static System.FormattableString;

namespace Tunesmith.Analysis.Originality;

/// <summary>Notes in a row that a song shares with another. Notes and bars are counted within each song as it was heard.</summary>
/// <param name="Song">The other song's number in the index.</param>
/// <param name="Name">Its name.</param>
/// <param name="Notes">How many notes.</param>
/// <param name="StepsPerQuarter">The grid of the hearing in which they agree.</param>
public sealed record SharedPassage(int Song, string Name, int Notes, int StepsPerQuarter)
{
    /// <summary>The passage's first note in the song judged, counted from 0 over the notes that are judged.</summary>
    public required int FirstNote { get; init; }

    /// <summary>Its first note in the other song, counted from 0.</summary>
    public required int OtherFirstNote { get; init; }

    /// <summary>The bars of its first and last note in the song judged; the first bar of a song, or an upbeat, is 1.</summary>
    public required (int First, int Last) Bars { get; init; }

    /// <summary>The bars of its first and last note in the other song.</summary>
    public required (int First, int Last) OtherBars { get; init; }

    /// <summary>By how many semitones the song judged has it higher; below 0 lower.</summary>
    public required int Semitones { get; init; }

    /// <summary>
    /// How many times as long it lasts in the song judged, in quarters from onset to onset: 2 where every note is twice as long.
    /// </summary>
    public required double Stretch { get; init; }

    /// <summary>Whether it is all notes of both songs.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>How the song judged has it, in plain words, such as <c>5 semitones higher, each note 2 times as long</c>.</summary>
    public string Difference =>
        $"{PitchDifference.Of(Semitones)}, {(Stretch == 1 ? "in the same time" : Invariant($"each note {Stretch:0.###} times as long"))}";
}
