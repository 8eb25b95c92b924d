using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Music;

namespace Tunesmith.Tests.Composing.Provenance;

/// <summary>Ways to compose, at random.</summary>
internal static class RandomSettings
{
    /// <summary>A primer of the encoding melody on sixteenths.</summary>
    public static Gen<Melody> Primer { get; } = Beginning(Gen.Int[50, 70].Array[1, 30]);

    /// <summary>A primer, or no step of one.</summary>
    public static Gen<Melody> PrimerOrNothing { get; } = Beginning(Gen.Int[50, 70].Array[0, 2]);

    /// <summary>Options without constraints.</summary>
    public static Gen<CompositionOptions> Options { get; } = Gen.Select(
        Gen.ULong,
        Gen.Int[0, 40],
        Gen.Bool,
        Gen.Bool,
        Gen.OneOf<ISamplerStep>(
            Gen.Double[0, 3].Select(temperature => (ISamplerStep)new TemperatureStep(temperature)),
            Gen.Int[1, 20].Select(count => (ISamplerStep)new TopKStep(count)),
            Gen.Double[0.1, 1].Select(share => (ISamplerStep)new TopPStep(share)),
            Gen.Double[0, 1].Select(share => (ISamplerStep)new MinPStep(share))).Array[0, 3],
        (seed, steps, window, close, sampling) => new CompositionOptions
        {
            Seed = seed,
            Steps = steps,
            Context = window ? ComposingContext.Window : ComposingContext.Stream,
            CloseBar = close,
            Sampling = sampling,
        });

    /// <summary>Forms of songs.</summary>
    public static Gen<WrittenForm> Form { get; } = Gen.Select(
        Gen.Bool,
        Gen.Int[100_000, 2_000_000].Nullable(),
        Gen.Int[0, 127].Nullable(),
        (withPrimer, tempo, program) => new WrittenForm { WithPrimer = withPrimer, MicrosecondsPerQuarter = tempo, Program = program });

    private static Gen<Melody> Beginning(Gen<int[]> sounding) => Gen.Select(
        sounding,
        Gen.OneOf(Gen.Const(new Meter(3, 4)), Gen.Const(new Meter(4, 4)), Gen.Const(new Meter(6, 8))),
        Gen.Int[-5, 0],
        Gen.Int[200_000, 900_000],
        (pitches, meter, upbeat, tempo) => new Melody(
            Melody.FromSoundingPitches(pitches).Steps,
            4,
            new TempoMap([new TempoChange(0, tempo)]),
            new MeterMap([new MeterChange(upbeat, meter)])));
}
