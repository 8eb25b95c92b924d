using Tunesmith.Music;

namespace Tunesmith.Analysis;

/// <summary>
/// Where a melody may end, and how well it ends there: the sum of 2 where its last note is the home note in any octave, 1 where that note
/// lasts at least a third of a bar up to there, and 1 where it is then a multiple of four bars long. Bars are counted from the beginning,
/// upbeat and all, so that a tune with an upbeat ends where the next upbeat would begin. Where the last bar rests, the sum is 0.
/// </summary>
/// <param name="Step">The first step that is no part of the tune any more.</param>
/// <param name="Bars">How many bars long the tune then is.</param>
/// <param name="Points">The sum, 0 to 4.</param>
public readonly record struct TuneEnd(int Step, int Bars, int Points)
{
    /// <summary>The best of several places to end: the one with most points, of those the first.</summary>
    /// <param name="melody">A melody that keeps one meter.</param>
    /// <param name="fewest">The least bars that the tune may have; 1 or more.</param>
    /// <param name="most">The most bars that it may have; no less, and no more than the melody has.</param>
    /// <param name="home">The note that it should come home to.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many bars.</exception>
    public static TuneEnd Best(Melody melody, int fewest, int most, Pitch home)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, fewest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, melody.Length / melody.PositionAt(0).Length);
        return Enumerable.Range(fewest, most - fewest + 1).Select(bars => Of(melody, bars, home)).MaxBy(end => end.Points);
    }

    /// <summary>
    /// The melody up to its end. Where that is not a bar line, the last note is held up to the next one, or the last rest goes on.
    /// </summary>
    /// <param name="melody">The melody that the end is of.</param>
    public Melody Close(Melody melody) => melody.Take(Step).ToBarLine();

    private static TuneEnd Of(Melody melody, int bars, Pitch home)
    {
        int bar = melody.PositionAt(0).Length;
        int end = bars * bar;
        int last = end - 1;
        while (last > end - bar && melody.Steps[last].IsRest)
        {
            last--;
        }

        if (melody.Steps[last].Pitch is not { } pitch)
        {
            return new TuneEnd(end, bars, 0);
        }

        int onset = last;
        while (!melody.Steps[onset].IsOnset)
        {
            onset--;
        }

        bool isLong = 3 * (last + 1 - onset) >= bar;
        return new TuneEnd(end, bars, (pitch.Class == home.Class ? 2 : 0) + (isLong ? 1 : 0) + (bars % 4 == 0 ? 1 : 0));
    }
}
