using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Variations;
using Tunesmith.Music;

namespace Tunesmith.Experiments.Choosing;

/// <summary>
/// What constraints ask for where bars composed anew lead into what is kept: <see cref="MaxLeap"/> from the last note to the first kept
/// one, also across rests, and <see cref="MaxHold"/> of the note or rest that goes on over the bar line. The other constraints look at the
/// new notes alone.
/// </summary>
internal static class BarSeam
{
    /// <summary>Whether a draft keeps to its constraints there.</summary>
    public static bool Holds(VariedBars bars, Composition draft)
    {
        Melody song = bars.With(draft);
        return draft.Options.Constraints.All(constraint => constraint switch
        {
            MaxLeap leap => Leap(song, bars.End) <= leap.Semitones,
            MaxHold hold => LengthAt(song, Math.Min(bars.End, song.Length) - 1) <= hold.Steps || !GoesOn(song, bars.End),
            _ => true,
        });
    }

    /// <summary>What to say where no draft does.</summary>
    /// <param name="constraints">All that is asked for.</param>
    /// <param name="drafts">How many drafts there were.</param>
    public static ConstraintException Failure(IReadOnlyList<Constraint> constraints, int drafts)
    {
        Constraint[] looking = [.. constraints.Where(constraint => constraint is MaxLeap or MaxHold)];
        return new ConstraintException(
            FormattableString.Invariant($"none of {drafts} drafts keeps to {string.Join<Constraint>(" and ", looking)} ")
            + "where it leads into what follows; allow more, or compose more drafts",
            looking);
    }

    private static int Leap(Melody song, int seam)
    {
        int before = Math.Min(seam, song.Length) - 1;
        while (before >= 0 && song.Steps[before].IsRest)
        {
            before--;
        }

        int after = seam;
        while (after < song.Length && !song.Steps[after].IsOnset)
        {
            after++;
        }

        return before < 0 || after >= song.Length
            ? 0
            : Math.Abs(song.Steps[after].Pitch!.Value.Number - song.Steps[before].Pitch!.Value.Number);
    }

    private static bool GoesOn(Melody song, int step) => step > 0 && step < song.Length && Continues(song, step);

    private static bool Continues(Melody song, int step) =>
        !song.Steps[step].IsOnset && song.Steps[step].Pitch == song.Steps[step - 1].Pitch;

    /// <summary>How long the note or rest at a step is.</summary>
    private static int LengthAt(Melody song, int step)
    {
        (int start, int end) = (step, step + 1);
        while (start > 0 && Continues(song, start))
        {
            start--;
        }

        while (end < song.Length && Continues(song, end))
        {
            end++;
        }

        return end - start;
    }
}
