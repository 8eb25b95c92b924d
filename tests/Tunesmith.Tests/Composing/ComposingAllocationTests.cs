using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Compute;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing;

/// <summary>Composing allocates nothing once it is under way. Not beside other tests: it counts what the process allocates.</summary>
[Collection(nameof(NotBesideOthers))]
public sealed class ComposingAllocationTests
{
    private const int Steps = 50;

    [Theory]
    [InlineData(ComposingContext.Stream, 1, false)]
    [InlineData(ComposingContext.Stream, 5, false)]
    [InlineData(ComposingContext.Window, 1, false)]
    [InlineData(ComposingContext.Window, 5, false)]
    [InlineData(ComposingContext.Stream, 5, true)]
    [InlineData(ComposingContext.Window, 5, true)]
    public void A_composed_step_allocates_nothing(ComposingContext context, int songs, bool looksBack) =>
        AllocatesNothing(context, songs, looksBack, [new TemperatureStep(0.8)], []);

    [Theory]
    [InlineData(1, false)]
    [InlineData(5, false)]
    [InlineData(5, true)]
    public void Nor_does_one_under_constraints_and_through_every_sampler_step(int songs, bool looksBack) => AllocatesNothing(
        ComposingContext.Stream,
        songs,
        looksBack,
        [
            new PitchOddsStep(Encodings.Lab, PitchSet.OfClasses([0]), 2),
            new TemperatureStep(1.5),
            new TopKStep(30),
            new TopPStep(0.99),
            new MinPStep(0.001),
        ],
        [
            new InKey(Key.Parse("C")), new InRange(new Pitch(48), new Pitch(84)),
            new MaxLeap(12), new MaxHold(9), EndOn.PitchNamed("C"), new MaxBarRepeats(1),
        ]);

    private static void AllocatesNothing(
        ComposingContext context, int songs, bool looksBack, ISamplerStep[] sampling, Constraint[] constraints)
    {
        MelodyModel model = looksBack ? TinySongs.TrainLookBack("melody") : TinySongs.Train();
        using WorkerPool pool = new(1);
        CompositionOptions options = new()
        {
            Steps = 1 + (NotBesideOthers.Measurements * Steps),
            Context = context,
            Sampling = sampling,
            Constraints = constraints,
        };
        ComposingRun run = new(
            model.Definition,
            model.Definition.CreateLayout(),
            new PackedWeights(model.Parameters, forTraining: false, pool, VectorWidth.Bits),
            [.. Enumerable.Repeat(SongBeginning.Of(TinySongs.Melody(0).Take(8)), songs)],
            [.. Enumerable.Range(1, songs).Select(seed => (ulong)seed)],
            options);
        run.Next();
        Assert.Equal(0, NotBesideOthers.LeastAllocated(() =>
        {
            for (int step = 0; step < Steps; step++)
            {
                run.Next();
            }
        }));
    }
}
