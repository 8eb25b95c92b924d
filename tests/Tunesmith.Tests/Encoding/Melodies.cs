using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding;

/// <summary>Melodies by chance: any pitch, grid, meter and tempo.</summary>
internal static class Melodies
{
    private static readonly Gen<MelodyStep> Step = Gen.Frequency(
        (3, Gen.Const(MelodyStep.Rest)),
        (4, Gen.Int[58, 62].Select(pitch => MelodyStep.Hold(new Pitch(pitch)))), // few pitches, so that many are held
        (2, Gen.Int[58, 62].Select(pitch => MelodyStep.Onset(new Pitch(pitch)))),
        (1, Gen.Int[Pitch.LowestNumber, Pitch.HighestNumber].Select(pitch => MelodyStep.Onset(new Pitch(pitch)))));

    private static readonly Meter[] Some =
    [
        new(4, 4), new(3, 4), new(2, 2), new(6, 8), new(12, 8), new(5, 4), new(7, 8), new(7, 16), new(1, 32), new(255, 1),
        new(3, 1 << 30),
    ];

    private static readonly Gen<Meter> Meters = Gen.Int[0, Some.Length - 1].Select(index => Some[index]);

    /// <summary>A melody with at least one step; a map states one change a step at most, within the melody.</summary>
    public static Gen<Melody> Any { get; } =
        from steps in Step.Array[1, 150]
        from grid in Gen.Int[1, 48]
        from tempos in Gen.Select(Gen.Int[0, steps.Length - 1], Gen.Int[1, 0xFFFFFF]).Array[0, 6]
        from meters in Gen.Select(Gen.Int[0, steps.Length - 1], Meters).Array[0, 6]
        select new Melody(
            steps,
            grid,
            new TempoMap(tempos.DistinctBy(tempo => tempo.Item1).Select(tempo => new TempoChange(tempo.Item1, tempo.Item2))),
            new MeterMap(meters.DistinctBy(meter => meter.Item1).Select(meter => new MeterChange(meter.Item1, meter.Item2))));

    /// <summary>A melody with a note at its end.</summary>
    public static Gen<Melody> EndingInANote { get; } = Any.Where(melody => !melody.Steps[^1].IsRest);

    /// <summary>Checks that two melodies are the same in all they hold.</summary>
    public static void AssertSame(Melody expected, Melody found)
    {
        Assert.Equal(expected.Steps, found.Steps);
        Assert.Equal(expected.StepsPerQuarter, found.StepsPerQuarter);
        Assert.Equal(expected.Tempos.Changes, found.Tempos.Changes);
        Assert.Equal(expected.Meters.Changes, found.Meters.Changes);
    }
}
