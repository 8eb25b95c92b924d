namespace Tunesmith.Music;

/// <summary>
/// One voice on a grid: for each step a rest, an onset or a hold. Its tempi and meters count in steps, so that
/// <see cref="StepsPerQuarter"/> plays the part that ticks per quarter play in a <see cref="Score"/>.
/// </summary>
public sealed class Melody
{
    private readonly MelodyStep[] _steps;

    /// <summary>Makes a melody.</summary>
    /// <param name="steps">The steps. A hold of a pitch that is not sounding is read as its onset.</param>
    /// <param name="stepsPerQuarter">Steps in a quarter note; 4 makes a step a sixteenth.</param>
    /// <param name="tempos">The tempi, their ticks being steps.</param>
    /// <param name="meters">The meters, their ticks being steps.</param>
    public Melody(ReadOnlySpan<MelodyStep> steps, int stepsPerQuarter = 4, TempoMap? tempos = null, MeterMap? meters = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerQuarter, 1);
        _steps = steps.ToArray();
        StepsPerQuarter = stepsPerQuarter;
        Tempos = tempos ?? TempoMap.Unstated;
        Meters = meters ?? MeterMap.Unstated;

        Pitch? sounding = null;
        foreach (ref MelodyStep step in _steps.AsSpan())
        {
            if (step.Pitch is { } pitch && pitch != sounding)
            {
                step = MelodyStep.Onset(pitch);
            }

            sounding = step.Pitch;
        }
    }

    /// <summary>The number of steps.</summary>
    public int Length => _steps.Length;

    /// <summary>The steps.</summary>
    public ReadOnlySpan<MelodyStep> Steps => _steps;

    /// <summary>Steps in a quarter note.</summary>
    public int StepsPerQuarter { get; }

    /// <summary>The tempi, their ticks being steps.</summary>
    public TempoMap Tempos { get; }

    /// <summary>The meters, their ticks being steps.</summary>
    public MeterMap Meters { get; }

    /// <summary>
    /// Reads a melody from a row of notes, such as <c>C4 D4 E4:2 R G4:1/2</c>. A note is a pitch as <see cref="Pitch.Parse"/> reads it, a
    /// rest is <c>R</c>. Each lasts a quarter, or as many quarters as stand after a colon: whole (<c>:2</c>), as a fraction (<c>:1/2</c>,
    /// an eighth) or with a point (<c>:1.5</c>, a dotted quarter), always a whole number of steps. Spaces part them; bar lines, <c>|</c>,
    /// may stand between for the eye.
    /// </summary>
    /// <param name="text">The notes; 1,000,000 steps at most.</param>
    /// <param name="stepsPerQuarter">Steps in a quarter note; 1 or more.</param>
    /// <param name="tempos">The tempi that it takes on, their ticks being steps.</param>
    /// <param name="meters">The meters that it takes on, their ticks being steps.</param>
    /// <returns>The melody; of a text without notes one of no steps.</returns>
    /// <exception cref="NoteTextException">
    /// The text has something else in it, or a length that the grid does not have, or is too long.
    /// </exception>
    public static Melody Parse(string text, int stepsPerQuarter = 4, TempoMap? tempos = null, MeterMap? meters = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerQuarter, 1);
        return new Melody(NoteText.Read(text, stepsPerQuarter), stepsPerQuarter, tempos, meters);
    }

    /// <summary>Makes a melody from what sounds at each step; a pitch that goes on is one note.</summary>
    /// <param name="pitches">MIDI numbers, -1 for a rest.</param>
    /// <param name="stepsPerQuarter">Steps in a quarter note.</param>
    public static Melody FromSoundingPitches(ReadOnlySpan<int> pitches, int stepsPerQuarter = 4)
    {
        MelodyStep[] steps = new MelodyStep[pitches.Length];
        for (int step = 0; step < steps.Length; step++)
        {
            steps[step] = pitches[step] < 0 ? MelodyStep.Rest : MelodyStep.Hold(new Pitch(pitches[step]));
        }

        return new Melody(steps, stepsPerQuarter);
    }

    /// <summary>What sounds at each step: MIDI numbers, -1 for a rest.</summary>
    public int[] SoundingPitches() => Array.ConvertAll(_steps, step => step.Pitch?.Number ?? -1);

    /// <summary>
    /// The melody's beginning, with the tempi and meters that are stated in it: the last of each holds for what may follow.
    /// </summary>
    /// <param name="steps">How many steps; the whole melody where it has fewer.</param>
    public Melody Take(int steps) => steps >= Length ? this : new(
        _steps.AsSpan(0, steps),
        StepsPerQuarter,
        new TempoMap(Tempos.Changes.Where(change => change.Tick < steps)),
        new MeterMap(Meters.Changes.Where(change => change.Tick < steps)));

    /// <summary>
    /// The rest of the melody after its beginning, with the tempi and meters that hold there. Bar lines stay where they are, so that the
    /// first bar may be cut short; a note that sounds over the cut is struck there.
    /// </summary>
    /// <param name="steps">How many steps to leave out; all where the melody has fewer.</param>
    public Melody Skip(int steps)
    {
        steps = Math.Min(steps, Length);
        BarPosition position = PositionAt(steps);
        int toBarLine = position.Offset == 0 ? 0 : position.Length - position.Offset;
        IEnumerable<TempoChange> tempos = Tempos.Changes.Where(change => change.Tick <= steps).TakeLast(1)
            .Concat(Tempos.Changes.Where(change => change.Tick > steps));
        MeterChange[] later = [.. Meters.Changes.Where(change => change.Tick > steps)];
        IEnumerable<MeterChange> meters = Meters.Changes.Where(change => change.Tick <= steps).TakeLast(1)
            .Select(change => change with { Tick = steps });
        if (toBarLine > 0 && !later.Any(change => change.Tick <= steps + toBarLine))
        {
            meters = meters.Append(new MeterChange(steps + toBarLine, Meters.At(steps)));
        }

        return new Melody(
            _steps.AsSpan(steps),
            StepsPerQuarter,
            new TempoMap(tempos.Select(change => change with { Tick = Math.Max(0, change.Tick - steps) })),
            new MeterMap(meters.Concat(later).Select(change => change with { Tick = change.Tick - steps })));
    }

    /// <summary>
    /// The melody with its last note held, or its last rest going on, up to the next bar line; itself where it ends on one.
    /// </summary>
    public Melody ToBarLine()
    {
        BarPosition position = PositionAt(Length);
        if (position.Offset == 0)
        {
            return this;
        }

        MelodyStep last = Length > 0 && _steps[^1].Pitch is { } pitch ? MelodyStep.Hold(pitch) : MelodyStep.Rest;
        return new Melody(
            [.. _steps, .. Enumerable.Repeat(last, position.Length - position.Offset)], StepsPerQuarter, Tempos, Meters);
    }

    /// <summary>The melody higher or lower.</summary>
    /// <param name="semitones">How far up; below 0 down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pitch would leave the range from C-1 to G9.</exception>
    public Melody Transpose(int semitones)
    {
        MelodyStep[] moved = Array.ConvertAll(_steps, step => step.Pitch is not { } pitch ? step
            : step.IsOnset ? MelodyStep.Onset(Moved(pitch))
            : MelodyStep.Hold(Moved(pitch)));
        return new Melody(moved, StepsPerQuarter, Tempos, Meters);

        Pitch Moved(Pitch pitch) => (long)pitch.Number + semitones is >= Pitch.LowestNumber and <= Pitch.HighestNumber
            ? new Pitch(pitch.Number + semitones)
            : throw new ArgumentOutOfRangeException(
                nameof(semitones), semitones, $"Expected semitones that leave {pitch} between C-1 and G9.");
    }

    /// <summary>Where a step stands in its bar, in steps.</summary>
    public BarPosition PositionAt(int step) => Meters.PositionAt(step, StepsPerQuarter);

    /// <summary>
    /// Its notes, such as <c>C4 D4 E4:2 R G4:1/2</c>, which <see cref="Parse"/> reads as the same steps again; tempi and meters are no part
    /// of them.
    /// </summary>
    public override string ToString() => NoteText.Write(this);

    /// <summary>Where each step stands in its bar, in steps.</summary>
    internal BarPosition[] Positions() => Meters.Positions(Length, StepsPerQuarter);
}
