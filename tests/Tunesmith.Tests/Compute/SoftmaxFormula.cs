using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>Softmax and its loss written out as scalar formulas, and what they are tried with.</summary>
internal static class SoftmaxFormula
{
    /// <summary>How many columns, how many of the last may be missing, how many rows and outcomes of a target, and a seed.</summary>
    public static Gen<(int Columns, int Optional, int Rows, int PerTarget, int Seed)> Shapes { get; } =
        from columns in Gen.Int[1, 100]
        from optional in Gen.Int[0, Math.Min(columns - 1, 9)]
        from rows in Gen.Int[0, 4]
        from perTarget in Gen.Int[1, 3]
        from seed in Gen.Int[0, 1000]
        select (columns, optional, rows, perTarget, seed);

    /// <summary>Some targets of different outcomes each, and some of none.</summary>
    public static int[] Targets(int rows, int perTarget, int columns, int seed)
    {
        Random random = new(seed);
        int[] outcomes = new int[rows * perTarget];
        for (int n = 0; n < outcomes.Length; n++)
        {
            int outcome = random.Next(-1, columns);
            outcomes[n] = outcomes.AsSpan(n / perTarget * perTarget, n % perTarget).Contains(outcome) ? -1 : outcome;
        }

        return outcomes;
    }

    /// <summary>Some tokens to point to, and some -1 for missing outcomes.</summary>
    public static int[] Pointers(int rows, int optional, int columns, int seed)
    {
        Random random = new(seed + 2);
        return [.. Enumerable.Range(0, rows * optional).Select(_ => random.Next(-1, columns - optional))];
    }

    /// <summary>Probabilities of a row by the formula in double.</summary>
    public static double[] Probabilities(ReadOnlySpan<float> logits, ReadOnlySpan<int> pointsTo)
    {
        float[] row = logits.ToArray();
        SetMissing(row, pointsTo, float.NegativeInfinity);
        double[] e = [.. row.Select(logit => Math.Exp(logit))];
        return [.. e.Select(value => value / e.Sum())];
    }

    /// <summary>Replaces a row of logits by <c>e^(l - max)</c>, zeros beyond the columns, and returns their sum by 16 chains.</summary>
    public static float Exponentials(Span<float> row, int columns, ReadOnlySpan<int> pointsTo)
    {
        SetMissing(row[..columns], pointsTo, float.NegativeInfinity);
        float max = row[..columns].ToArray().Max();
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j < columns ? Functions.Exp(row[j] - max) : 0;
        }

        SetMissing(row[..columns], pointsTo, 0);
        float[] chains = row[..16].ToArray();
        for (int j = 16; j < row.Length; j++)
        {
            chains[j % 16] += row[j];
        }

        for (int apart = 8; apart > 0; apart /= 2)
        {
            for (int chain = 0; chain < apart; chain++)
            {
                chains[chain] += chains[chain + apart];
            }
        }

        return chains[0];
    }

    /// <summary>Makes of a row of logits their gradient and returns their loss, times the weight, by the scalar formula.</summary>
    public static double Loss(
        Span<float> row, int columns, ReadOnlySpan<int> target, ReadOnlySpan<int> pointsTo, float weight, float scale)
    {
        float sum = Exponentials(row, columns, pointsTo);
        float hit = 0;
        foreach (int outcome in target)
        {
            hit += outcome < 0 ? 0 : row[outcome];
        }

        if (hit == 0 || weight == 0)
        {
            row.Clear();
            return 0;
        }

        foreach (int outcome in target)
        {
            if (outcome >= 0)
            {
                row[outcome] -= row[outcome] / hit * sum;
            }
        }

        foreach (ref float value in row)
        {
            value *= weight * scale / sum;
        }

        return weight * (Functions.Log(sum) - Functions.Log(hit));
    }

    /// <summary>Sets those of the last elements whose pointer is missing.</summary>
    private static void SetMissing(Span<float> row, ReadOnlySpan<int> pointsTo, float value)
    {
        for (int index = 0; index < pointsTo.Length; index++)
        {
            ref float element = ref row[row.Length - pointsTo.Length + index];
            element = pointsTo[index] < 0 ? value : element;
        }
    }
}
