using Tunesmith.Compute;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// Leaves out input rows of a batch by chance, each row of each step by itself, and says how the engine is to leave out outputs: for the
/// gradient only, for a look at the training is a look at all that there is to see.
/// </summary>
/// <param name="regularization">How likely it is.</param>
/// <param name="random">The chance; nothing is drawn where nothing can be left out.</param>
internal sealed class RowDropout(Regularization regularization, RandomSource random)
{
    private int[] _whole = [];

    /// <summary>Leaves out rows, for <see cref="Restore"/> to bring back.</summary>
    public void Drop(WindowBatch batch)
    {
        if (regularization.OutputDropout > 0)
        {
            batch.OutputDropout = (float)regularization.OutputDropout;
            batch.DropoutSeed = random.NextBits();
        }

        double dropout = regularization.InputDropout;
        if (dropout == 0)
        {
            return;
        }

        _whole = _whole.Length == batch.Rows.Length ? _whole : new int[batch.Rows.Length];
        batch.Rows.CopyTo(_whole, 0);
        batch.RowScale = (float)(1 / (1 - dropout));
        foreach (ref int row in batch.Rows.AsSpan())
        {
            if (row >= 0 && random.NextDouble() < dropout)
            {
                row = -1;
            }
        }
    }

    /// <summary>Brings back the rows that were left out last.</summary>
    public void Restore(WindowBatch batch)
    {
        if (regularization.InputDropout > 0)
        {
            _whole.CopyTo(batch.Rows, 0);
            batch.RowScale = 1;
        }
    }
}
