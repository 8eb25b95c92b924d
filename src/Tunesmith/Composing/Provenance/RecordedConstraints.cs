using Tunesmith.Composing.Constraints;

namespace Tunesmith.Composing.Provenance;

/// <summary>Constraints to <see cref="RecordedChoice"/>s and back. A new constraint is one line in each direction.</summary>
internal static class RecordedConstraints
{
    /// <summary>Writes a constraint down.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="steps">How many steps are composed: of a rhythm no more is kept.</param>
    /// <returns>Null for one that is not known.</returns>
    public static RecordedChoice? Of(Constraint constraint, int steps) => constraint switch
    {
        InKey key => new RecordedChoice("key") { Key = key.Key.ToString() },
        InRange range => new RecordedChoice("range") { Pitches = [range.Lowest.Number, range.Highest.Number] },
        OnlyPitches only => new RecordedChoice("onlyPitches") { Pitches = RecordedValues.Of(only.Pitches) },
        WithoutPitches banned => new RecordedChoice("withoutPitches") { Pitches = RecordedValues.Of(banned.Pitches) },
        MaxLeap leap => new RecordedChoice("maxLeap") { Number = leap.Semitones },
        MaxHold hold => new RecordedChoice("maxHold") { Number = hold.Steps },
        MaxBarRepeats repeats => new RecordedChoice("maxBarRepeats") { Number = repeats.Times },
        EndOn end => new RecordedChoice("endOn") { Number = end.PitchClass },
        RhythmOf rhythm => new RecordedChoice("rhythm") { Melody = RecordedMelody.Of(rhythm.Melody.Take(Math.Max(1, steps)), "") },
        _ => null,
    };

    /// <summary>Makes a constraint again.</summary>
    /// <exception cref="CompositionRecordException">There is no such kind, or it lacks a value.</exception>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static Constraint ToConstraint(RecordedChoice choice) => choice?.Kind switch
    {
        "key" => new InKey(choice.RequireKey()),
        "range" => RangeOf(choice),
        "onlyPitches" => new OnlyPitches(choice.RequirePitches()),
        "withoutPitches" => new WithoutPitches(choice.RequirePitches()),
        "maxLeap" => new MaxLeap(choice.RequireWhole()),
        "maxHold" => new MaxHold(choice.RequireWhole()),
        "maxBarRepeats" => new MaxBarRepeats(choice.RequireWhole()),
        "endOn" => EndOn.OfClass(choice.RequireWhole()),
        "rhythm" => new RhythmOf(choice.RequireMelody()),
        _ => throw CompositionRecordException.Beyond("a constraint that this version of Tunesmith has", $"\"{choice?.Kind}\""),
    };

    private static InRange RangeOf(RecordedChoice choice) => choice.Pitches is [var lowest, var highest]
        ? new InRange(RecordedValues.ToPitch(lowest), RecordedValues.ToPitch(highest))
        : throw new CompositionRecordException("two pitches of a range", "others");
}
