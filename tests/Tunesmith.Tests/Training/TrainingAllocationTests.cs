using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Tests.Compute;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Training allocates nothing once it is under way. Not beside other tests: it counts what the process allocates.</summary>
[Collection(nameof(NotBesideOthers))]
public sealed class TrainingAllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_of_a_training_that_looks_back_allocates_nothing(int threads)
    {
        Recipe recipe = TinySongs.LookBack("melody") with { Steps = 1000 };
        using TrainingRun run = new(recipe, TinySongs.In(recipe.Definition.FindEncoding()), threads, from: null);
        run.Advance();
        Assert.Equal(0, NotBesideOthers.LeastAllocated(() =>
        {
            for (int step = 0; step < 20; step++)
            {
                run.Advance();
                run.Look();
            }
        }));
    }

    [Fact]
    public void Filling_a_batch_allocates_nothing()
    {
        Recipe recipe = TinySongs.LookBack("lab");
        WindowSampler sampler = new(recipe, TinySongs.Sequences, new RandomSource(1, RandomPurpose.Batches));
        WindowBatch batch = new(30, 12, 5, 3, 7, 6, 3);
        sampler.Fill(batch);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int fill = 0; fill < 200; fill++)
        {
            sampler.Fill(batch);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
