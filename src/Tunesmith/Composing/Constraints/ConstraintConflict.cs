using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints;

/// <summary>Tells which of some constraints cannot be met together.</summary>
/// <param name="encoding">What tokens mean.</param>
/// <param name="outcomes">How many of them the model composes.</param>
/// <param name="primer">What the song begins with.</param>
/// <param name="steps">How many steps are to be composed.</param>
internal sealed class ConstraintConflict(MelodyEncoding encoding, int outcomes, Melody primer, int steps)
{
    private const long MostTries = 2_000_000; // for each question, to answer soon

    /// <summary>
    /// The exception that names a smallest set of culprits: one after another is left out for as long as the rest cannot be met either.
    /// </summary>
    /// <param name="constraints">Constraints that cannot be met, or could not be found out about.</param>
    /// <param name="isKnown">Whether it is certain that they cannot be met.</param>
    public ConstraintException Explain(IReadOnlyList<Constraint> constraints, bool isKnown)
    {
        bool isSilent = TuneState.After(primer).Last == TuneState.NoPitch; // as it is before a song from nothing
        string begin = isSilent ? "silence" : string.Create(CultureInfo.InvariantCulture, $"a primer of {primer.Length}");
        string after = string.Create(CultureInfo.InvariantCulture, $"{steps} steps after {begin}");
        if (!isKnown)
        {
            return new ConstraintException(
                $"whether {Join(constraints)} can be met together in {after} could not be found out in {WitnessSearch.MostTries:N0} tries; "
                + "let bars come again more often, or ask for less",
                constraints);
        }

        List<Constraint> culprits = [.. constraints];
        foreach (Constraint constraint in constraints)
        {
            Constraint[] others = [.. culprits.Where(culprit => !ReferenceEquals(culprit, constraint))];
            if (CanBegin(others, TuneState.After(primer)) == false)
            {
                culprits.Remove(culprits.First(culprit => ReferenceEquals(culprit, constraint)));
            }
        }

        TuneState end = TuneState.After(primer);
        bool isByPrimer = end.Last != TuneState.NoPitch && CanBegin(culprits, TuneState.Start) == true;
        string last = isByPrimer ? $", whose last note is {new Pitch(end.Last)}" : "";
        string noRest = new TokenTable(encoding, outcomes).CanRest ? "" : " by a model that never rests";
        string message = culprits.Count == 1
            ? $"{culprits[0]} cannot be met in {after}{last}{noRest}; loosen it or leave it out"
            : $"{Join(culprits)} cannot be met together in {after}{last}{noRest}; loosen one of them or leave it out";
        return new ConstraintException(message, culprits);
    }

    private bool? CanBegin(IReadOnlyList<Constraint> constraints, TuneState begin) =>
        new ConstrainedSong(new SongPlan(encoding, outcomes, primer, steps, constraints) { Begin = begin }).CanBegin(MostTries);

    private static string Join(IReadOnlyList<Constraint> constraints) => constraints.Count <= 1
        ? string.Concat(constraints)
        : $"{string.Join(", ", constraints.SkipLast(1))} and {constraints[^1]}";
}
