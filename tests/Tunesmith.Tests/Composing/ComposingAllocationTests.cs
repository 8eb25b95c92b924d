using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;
using Tunesmith.Model;
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
    public void A_composed_step_allocates_nothing(ComposingContext context, int songs, bool looksBack)
    {
        MelodyModel model = looksBack ? TinySongs.TrainLookBack("melody") : TinySongs.Train();
        using WorkerPool pool = new(1);
        CompositionOptions options = new()
        {
            Steps = 1 + (NotBesideOthers.Measurements * Steps),
            Context = context,
            Sampling = [new TemperatureStep(0.8)],
        };
        ComposingRun run = new(
            model.Definition,
            model.Definition.CreateLayout(),
            new PackedWeights(model.Parameters, forTraining: false, pool, VectorWidth.Bits),
            [.. Enumerable.Repeat(TinySongs.Melody(0).Take(8), songs)],
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
