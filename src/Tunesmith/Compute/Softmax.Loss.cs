namespace Tunesmith.Compute;

/// <content>The cross-entropy of targets that are sets of outcomes, and its gradient.</content>
internal static unsafe partial class Softmax
{
    /// <summary>
    /// The summed loss of some rows, <c>sum of w * -ln(sum over the target's outcomes of p)</c> in nats, and its gradient. A target
    /// without outcomes costs nothing.
    /// </summary>
    /// <param name="logits">(rows, padded columns): logits, then the gradient of the loss times <paramref name="scale"/>.</param>
    /// <param name="columns">How many outcomes there are.</param>
    /// <param name="stride">Padded columns, a multiple of 32.</param>
    /// <param name="outcomes">(rows, any): each target's outcomes, without repetition; negative means none, as a missing one does.</param>
    /// <param name="weights">(rows): w.</param>
    /// <param name="scale">What the gradient is multiplied by: one over the sum of all weights of the batch.</param>
    /// <param name="bits">The vector width to use.</param>
    /// <param name="pointsTo">(rows, any): the token of each optional outcome; negative means that it is missing.</param>
    public static double LossAndGradient(
        Span<float> logits,
        int columns,
        int stride,
        ReadOnlySpan<int> outcomes,
        ReadOnlySpan<float> weights,
        float scale,
        int bits,
        ReadOnlySpan<int> pointsTo = default)
    {
        int rows = weights.Length;
        Require(logits.Length == rows * stride && (rows == 0 || outcomes.Length % rows == 0), columns, stride);
        foreach (int outcome in outcomes)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(outcome, columns, nameof(outcomes));
        }

        int perTarget = rows == 0 ? 0 : outcomes.Length / rows;
        int optional = CountOptional(pointsTo, rows, columns);
        double loss = 0;
        fixed (float* l = logits, w = weights)
        {
            fixed (int* o = outcomes, p = pointsTo)
            {
                VectorWidth.Run(new LossKernel(l, rows, columns, stride, o, perTarget, w, scale, p, optional, &loss), bits);
            }
        }

        return loss;
    }

    private readonly struct LossKernel(
        float* logits,
        int rows,
        int columns,
        int stride,
        int* outcomes,
        int perTarget,
        float* weights,
        float scale,
        int* pointsTo,
        int optional,
        double* loss) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            double total = 0;
            for (int r = 0; r < rows; r++)
            {
                float* row = logits + ((nint)r * stride);
                float sum = Exponentiate<TWidth, TVector>(row, columns, stride, pointsTo + ((nint)r * optional), optional);
                int* target = outcomes + ((nint)r * perTarget);
                float hit = 0;
                bool any = false;
                for (int n = 0; n < perTarget; n++)
                {
                    if (IsIn(row, target[n]))
                    {
                        hit += row[target[n]];
                        any = true;
                    }
                }

                if (!any || weights[r] == 0)
                {
                    new Span<float>(row, stride).Clear();
                    continue;
                }

                total += weights[r] * (Functions.Log(sum) - Functions.Log(hit));

                // gradient of -ln(hit / sum): e[j] / sum, less e[j] / hit at the target's outcomes
                float step = weights[r] * scale;
                for (int n = 0; n < perTarget; n++)
                {
                    if (IsIn(row, target[n]))
                    {
                        // In place: after scaling by step / sum below, this element is step * (e / sum - e / hit).
                        row[target[n]] -= row[target[n]] / hit * sum;
                    }
                }

                Scale<TWidth, TVector>(row, stride, step / sum);
            }

            *loss = total;
        }

        /// <summary>Whether there is such an outcome: e is 0 where it is missing, and nowhere else.</summary>
        private static bool IsIn(float* row, int outcome) => outcome >= 0 && row[outcome] != 0;
    }
}
