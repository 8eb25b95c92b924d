using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class RowDropoutTests
{
    [Fact]
    public void Each_row_is_left_out_by_itself_and_brought_back()
    {
        WindowBatch batch = Batch();
        int[] before = [.. batch.Rows];
        RowDropout dropout = new(new Regularization { InputDropout = 0.25 }, new RandomSource(1, RandomPurpose.Batches));
        dropout.Drop(batch);
        Assert.Equal(1 / 0.75f, batch.RowScale);
        Assert.All(batch.Rows.Zip(before), pair => Assert.True(pair.First == pair.Second || pair.First == -1));
        int left = batch.Rows.Zip(before).Count(pair => pair.First != pair.Second);
        int active = before.Count(row => row >= 0);
        double deviation = Math.Sqrt(active * 0.25 * 0.75);
        Assert.InRange(left, (0.25 * active) - (4 * deviation), (0.25 * active) + (4 * deviation));

        // Of two neighbours both are left out as often as chance has it.
        int both = Enumerable.Range(0, before.Length / 3).Count(step => batch.Rows[3 * step] < 0 && batch.Rows[(3 * step) + 1] < 0);
        deviation = Math.Sqrt(before.Length / 3.0 / 16 * 15 / 16);
        Assert.InRange(both, (before.Length / 48.0) - (4 * deviation), (before.Length / 48.0) + (4 * deviation));

        dropout.Restore(batch);
        Assert.Equal(before, batch.Rows);
        Assert.Equal(1, batch.RowScale);
    }

    [Fact]
    public void Outputs_have_another_seed_each_step()
    {
        WindowBatch batch = Batch();
        RowDropout dropout = new(new Regularization { OutputDropout = 0.5 }, new RandomSource(1, RandomPurpose.Batches));
        dropout.Drop(batch);
        ulong first = batch.DropoutSeed;
        dropout.Restore(batch);
        dropout.Drop(batch);
        Assert.NotEqual(first, batch.DropoutSeed);
        Assert.Equal((0.5f, 1f), (batch.OutputDropout, batch.RowScale));
    }

    [Fact]
    public void Where_nothing_is_left_out_nothing_is_drawn()
    {
        WindowBatch batch = Batch();
        int[] before = [.. batch.Rows];
        RandomSource random = new(1, RandomPurpose.Batches);
        RowDropout dropout = new(new Regularization(), random);
        dropout.Drop(batch);
        dropout.Restore(batch);
        Assert.Equal(before, batch.Rows);
        Assert.Equal((0f, 1f), (batch.OutputDropout, batch.RowScale));
        Assert.Equal(new RandomSource(1, RandomPurpose.Batches).State, random.State);
    }

    /// <summary>Three rows a step, the last of them missing at every second.</summary>
    private static WindowBatch Batch()
    {
        WindowBatch batch = new(40, 50, 3, 0);
        for (int index = 0; index < batch.Rows.Length; index++)
        {
            batch.Rows[index] = index % 6 == 5 ? -1 : index % 77;
        }

        return batch;
    }
}
