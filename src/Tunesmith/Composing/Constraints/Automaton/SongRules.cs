using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>What constraints and an encoding together allow at a step, but for bars that come again: the arrows of one automaton.</summary>
internal sealed class SongRules
{
    private readonly PitchSet[] _from; // after each last pitch, and after none: the pitches within a leap
    private readonly StepKinds[]? _rhythm;
    private readonly StepKinds _kinds;

    /// <summary>Compiles constraints.</summary>
    /// <param name="encoding">What tokens mean.</param>
    /// <param name="outcomes">How many of them the model composes.</param>
    /// <param name="constraints">The constraints.</param>
    /// <param name="steps">How many steps are to be composed.</param>
    /// <exception cref="ArgumentException">A rhythm has too few steps, or another grid than the encoding.</exception>
    public SongRules(MelodyEncoding encoding, int outcomes, IReadOnlyList<Constraint> constraints, int steps)
    {
        Tokens = new TokenTable(encoding, outcomes);
        _kinds = Tokens.CanRest ? StepKinds.Any : StepKinds.Strike | StepKinds.Hold;
        PitchSet pitches = Tokens.Pitches;
        int widest = MaxLeap.Widest;
        foreach (Constraint constraint in constraints)
        {
            switch (constraint)
            {
                case InKey { Key: var key }:
                    pitches = pitches.Intersect(key.Pitches);
                    break;
                case InRange range:
                    pitches = pitches.Intersect(PitchSet.Between(range.Lowest, range.Highest));
                    break;
                case WithoutPitches ban:
                    pitches = pitches.Except(ban.Pitches);
                    break;
                case OnlyPitches only:
                    pitches = pitches.Intersect(only.Pitches);
                    break;
                case MaxLeap leap:
                    widest = Math.Min(widest, leap.Semitones);
                    break;
                case MaxHold hold:
                    Longest = Math.Min(Longest, hold.Steps);
                    break;
                case MaxBarRepeats bars:
                    BarRepeats = Math.Min(BarRepeats ?? bars.Times, bars.Times);
                    break;
                case RhythmOf { Melody: var rhythm }:
                    _rhythm = Join(_rhythm, rhythm, encoding, steps);
                    break;
                case EndOn end:
                    Ends = (Ends ?? PitchSet.All).Intersect(PitchSet.OfClasses([end.PitchClass]));
                    break;
                default:
                    throw new ArgumentException($"There is no constraint {constraint}.", nameof(constraints));
            }
        }

        Pitches = pitches;
        _from = [.. Enumerable.Range(0, TuneState.NoPitch).Select(last => pitches.Intersect(Near(last, widest))), pitches];
    }

    /// <summary>The tokens that the model composes.</summary>
    public TokenTable Tokens { get; }

    /// <summary>The pitches that may sound.</summary>
    public PitchSet Pitches { get; }

    /// <summary>The most steps of a note or rest; <see cref="int.MaxValue"/> where that is free.</summary>
    public int Longest { get; } = int.MaxValue;

    /// <summary>How often a bar may come again; null where that is free.</summary>
    public int? BarRepeats { get; }

    /// <summary>The pitches that the song may end on; null where that is free, and then it may be silent, too.</summary>
    public PitchSet? Ends { get; }

    /// <summary>Whether the rhythm is given.</summary>
    public bool HasRhythm => _rhythm is not null;

    /// <summary>What a step may do.</summary>
    /// <param name="step">The step, counted from 0 where composing begins.</param>
    public StepKinds KindsAt(int step) => _rhythm is null ? _kinds : _kinds & _rhythm[step];

    /// <summary>The pitches that may be struck.</summary>
    /// <param name="last">The last pitch struck, or none.</param>
    /// <param name="sounds">Whether it is sounding.</param>
    public PitchSet StrikesAfter(int last, bool sounds) =>
        sounds && !Tokens.StrikesAgain ? _from[last].Without(last) : _from[last];

    /// <summary>Whether a note or rest may go on for one more step.</summary>
    public bool MayGoOn(TuneState state) => state.Length < Longest && (!state.Sounds || Pitches.Contains(state.Last));

    /// <summary>What a step of a melody does.</summary>
    public static StepKinds KindOf(MelodyStep step) =>
        step.IsRest ? StepKinds.Rest : step.IsOnset ? StepKinds.Strike : StepKinds.Hold;

    private static PitchSet Near(int pitch, int widest) => PitchSet.Between(
        new Pitch(Math.Max(Pitch.LowestNumber, pitch - widest)), new Pitch(Math.Min(Pitch.HighestNumber, pitch + widest)));

    private static StepKinds[] Join(StepKinds[]? known, Melody rhythm, MelodyEncoding encoding, int steps)
    {
        if (rhythm.StepsPerQuarter != encoding.StepsPerQuarter)
        {
            throw new ArgumentException(
                $"The rhythm has {rhythm.StepsPerQuarter} steps a quarter, the model {encoding.StepsPerQuarter}. "
                + "Hear the song with its encoding.",
                nameof(rhythm));
        }

        if (rhythm.Length < steps)
        {
            throw new ArgumentException(
                $"Expected at most {rhythm.Length} steps, as many as the rhythm has, found {steps}.", nameof(rhythm));
        }

        StepKinds[] kinds = new StepKinds[steps];
        for (int step = 0; step < steps; step++)
        {
            kinds[step] = KindOf(rhythm.Steps[step]) & (known?[step] ?? StepKinds.Any);
        }

        return kinds;
    }
}
