using Tunesmith.Composing.Constraints;
using Tunesmith.Music;

namespace Tunesmith.Tests.Composing.Constraints;

/// <summary>
/// Finds what is wrong with a finished song, from the definitions alone: whole songs, no tables, nothing of the library's own.
/// </summary>
internal static class SongChecker
{
    /// <summary>The first constraint that a song does not keep to; null where it keeps to all.</summary>
    /// <param name="song">The whole song.</param>
    /// <param name="from">The first composed step.</param>
    /// <param name="constraints">The constraints.</param>
    public static Constraint? Violated(Melody song, int from, IEnumerable<Constraint> constraints) =>
        constraints.FirstOrDefault(constraint => !Keeps(song, from, constraint));

    private static bool Keeps(Melody song, int from, Constraint constraint) => constraint switch
    {
        InKey key => AllSounding(song, from, pitch => key.Key.PitchClasses.Contains(pitch.Number % 12)),
        InRange range => AllSounding(song, from, pitch => pitch.Number >= range.Lowest.Number && pitch.Number <= range.Highest.Number),
        WithoutPitches ban => AllSounding(song, from, pitch => !ban.Pitches.Pitches.Contains(pitch)),
        OnlyPitches only => AllSounding(song, from, pitch => only.Pitches.Pitches.Contains(pitch)),
        MaxLeap leap => LeapsOf(song, from).All(size => size <= leap.Semitones),
        MaxHold hold => RunsOf(song).All(
            run => run.First + run.Length <= from || run.Length <= hold.Steps || EndsAt(run, from)),
        MaxBarRepeats bars => BarsAreNew(song, from, bars.Times),
        RhythmOf rhythm => Enumerable.Range(from, song.Length - from).All(step => Kind(song, step) == Kind(rhythm.Melody, step - from)),
        EndOn end => song.Steps.ToArray().LastOrDefault(step => !step.IsRest).Pitch is { } pitch && pitch.Number % 12 == end.PitchClass,
        _ => throw new ArgumentException("an unknown constraint", nameof(constraint)),
    };

    private static bool AllSounding(Melody song, int from, Func<Pitch, bool> isAllowed) =>
        song.Steps[from..].ToArray().All(step => step.Pitch is not { } pitch || isAllowed(pitch));

    private static IEnumerable<int> LeapsOf(Melody song, int from)
    {
        (int Step, int Pitch)[] notes = [.. Enumerable.Range(0, song.Length)
            .Where(step => song.Steps[step].IsOnset)
            .Select(step => (step, song.Steps[step].Pitch!.Value.Number))];
        return notes.Zip(notes.Skip(1)).Where(pair => pair.Second.Step >= from)
            .Select(pair => Math.Abs(pair.First.Pitch - pair.Second.Pitch));
    }

    /// <summary>A note or rest that was too long already ends where composing begins, and is no fault.</summary>
    private static bool EndsAt((int First, int Length) run, int from) => run.First + run.Length == from;

    private static IEnumerable<(int First, int Length)> RunsOf(Melody song)
    {
        int first = 0;
        for (int step = 1; step <= song.Length; step++)
        {
            bool goesOn = step < song.Length && !song.Steps[step].IsOnset && song.Steps[step].IsRest == song.Steps[step - 1].IsRest;
            if (!goesOn)
            {
                yield return (first, step - first);
                first = step;
            }
        }
    }

    private static bool BarsAreNew(Melody song, int from, int times)
    {
        Dictionary<string, int> stood = [];
        for (int end = 1; end <= song.Length; end++)
        {
            BarPosition last = song.PositionAt(end - 1);
            int start = end - last.Length;
            bool isWhole = last.Offset == last.Length - 1 && start >= 0
                && Enumerable.Range(start, last.Length).All(step => song.PositionAt(step) == new BarPosition(step - start, last.Length));
            if (isWhole)
            {
                string bar = string.Join(' ', song.Steps[start..end].ToArray().Select(step => step.ToString()));
                stood[bar] = stood.GetValueOrDefault(bar) + 1;
                if (end > from && stood[bar] > times + 1)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string Kind(Melody song, int step) =>
        song.Steps[step].IsRest ? "rest" : song.Steps[step].IsOnset ? "strike" : "hold";
}
