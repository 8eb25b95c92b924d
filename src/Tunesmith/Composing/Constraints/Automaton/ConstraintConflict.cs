using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>Tells which of some constraints cannot be met together.</summary>
/// <param name="encoding">What tokens mean.</param>
/// <param name="outcomes">How many of them the model composes.</param>
/// <param name="primer">What the song begins with.</param>
/// <param name="steps">How many steps are to be composed.</param>
internal sealed class ConstraintConflict(MelodyEncoding encoding, int outcomes, Melody primer, int steps)
{
    private const long MostTries = 2_000_000; // for each question, to answer soon

    /// <summary>
    /// The exception that names a smallest set of culprits: one after another is left out for as long as the rest cannot be met either,
    /// or by silence alone.
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
        TuneState end = TuneState.After(primer);
        for (int at = 0; at < culprits.Count;)
        {
            if (CanBegin([.. culprits.Where((_, other) => other != at)], end) != false)
            {
                at++;
                continue;
            }

            bool isRhythm = culprits[at] is RhythmOf;
            culprits.RemoveAt(at);
            at = isRhythm ? 0 : at; // without a rhythm that asks for silence, silence is a fault: all are looked at anew
        }

        bool isByPrimer = end.Last != TuneState.NoPitch && CanBegin(culprits, TuneState.Start) == true;
        string last = isByPrimer ? $", whose last note is {new Pitch(end.Last)}" : "";
        string noRest = new TokenTable(encoding, outcomes).CanRest ? "" : " by a model that never rests";
        string loosen = culprits.Count == 1 ? "loosen it or leave it out" : "loosen one of them or leave it out";
        string together = culprits.Count == 1 ? "" : " together";
        string message = new ConstrainedSong(PlanOf(culprits, end)).CanEnd(MostTries) == true
            ? $"nothing but silence keeps to {Join(culprits)} in {after}{last}; {loosen}"
            : $"{Join(culprits)} cannot be met{together} in {after}{last}{noRest}; {loosen}";
        return new ConstraintException(message, culprits);
    }

    private bool? CanBegin(IReadOnlyList<Constraint> constraints, TuneState begin) =>
        new ConstrainedSong(PlanOf(constraints, begin)).CanBegin(MostTries);

    private SongPlan PlanOf(IReadOnlyList<Constraint> constraints, TuneState begin) =>
        new(encoding, outcomes, primer, steps, constraints) { Begin = begin };

    private static string Join(IReadOnlyList<Constraint> constraints) => constraints.Count <= 1
        ? string.Concat(constraints)
        : $"{string.Join(", ", constraints.SkipLast(1))} and {constraints[^1]}";
}
