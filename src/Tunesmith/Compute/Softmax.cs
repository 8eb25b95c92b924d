namespace Tunesmith.Compute;

/// <summary>
/// <c>p[j] = e^l[j] / sum over k of e^l[k]</c>, and what is likeliest; <c>Softmax.Loss.cs</c> has the loss and its gradient.
/// </summary>
/// <remarks>
/// The last outcomes of a row may be optional. Each points to one of the others, its token ("the pitch that stood four bars ago"), and
/// its probability counts as the token's; where it points to none it is missing, takes no part in the sum, and has probability and
/// gradient 0.
/// <para>
/// The sum runs in 16 chains, chain n over the columns j with j mod 16 = n, which are then added in pairs 8, 4, 2 and 1 apart. That is
/// the one sum of the engine that runs along columns, and it has this shape at every vector width.
/// </para>
/// </remarks>
internal static unsafe partial class Softmax
{
    private const int Chains = 16;

    /// <summary>The likeliest outcome of logits: the first of the largest.</summary>
    public static int Likeliest(ReadOnlySpan<float> logits)
    {
        int largest = 0;
        for (int index = 1; index < logits.Length; index++)
        {
            largest = logits[index] > logits[largest] ? index : largest;
        }

        return largest;
    }

    /// <summary>Turns rows of logits into probabilities, in place.</summary>
    /// <param name="logits">(rows, padded columns): only the first <paramref name="columns"/> of a row count; the rest become 0.</param>
    /// <param name="columns">How many outcomes there are.</param>
    /// <param name="stride">Padded columns, a multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    /// <param name="pointsTo">(rows, any): the token of each optional outcome; negative means that it is missing.</param>
    public static void Normalize(Span<float> logits, int columns, int stride, int bits, ReadOnlySpan<int> pointsTo = default)
    {
        int rows = logits.Length / stride;
        Require(logits.Length % stride == 0, columns, stride);
        int optional = CountOptional(pointsTo, rows, columns);
        fixed (float* l = logits)
        {
            fixed (int* p = pointsTo)
            {
                VectorWidth.Run(new NormalizeKernel(l, rows, columns, stride, p, optional), bits);
            }
        }
    }

    /// <summary>
    /// Turns a row of logits into the probabilities of the tokens alone, in place: <c>p[k] + sum of p[j] over the optional outcomes j
    /// that point to k</c>, added in their order.
    /// </summary>
    /// <param name="logits">(padded columns): the first <c>columns - pointsTo.Length</c> become the probabilities, the rest 0.</param>
    /// <param name="columns">How many outcomes there are, the optional ones among them.</param>
    /// <param name="pointsTo">The token of each optional outcome; negative means that it is missing.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Fold(Span<float> logits, int columns, ReadOnlySpan<int> pointsTo, int bits)
    {
        Normalize(logits, columns, logits.Length, bits, pointsTo);
        Span<float> optional = logits[(columns - pointsTo.Length)..columns];
        for (int index = 0; index < optional.Length; index++)
        {
            if (pointsTo[index] >= 0)
            {
                logits[pointsTo[index]] += optional[index];
            }
        }

        optional.Clear();
    }

    /// <summary>Replaces a row of logits by <c>e^(l - max)</c>, 0 where an optional outcome is missing, and returns their sum.</summary>
    private static float Exponentiate<TWidth, TVector>(float* row, int columns, int stride, int* pointsTo, int optional)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        SetMissing(row, columns, stride, pointsTo, optional, float.NegativeInfinity);
        TVector largest = TWidth.Load(row);
        for (int j = TWidth.Lanes; j < stride; j += TWidth.Lanes)
        {
            largest = TWidth.Max(largest, TWidth.Load(row + j));
        }

        float* lanes = stackalloc float[TWidth.Lanes];
        TWidth.Store(largest, lanes);
        float max = lanes[0];
        for (int lane = 1; lane < TWidth.Lanes; lane++)
        {
            max = lanes[lane] > max ? lanes[lane] : max;
        }

        TVector shift = TWidth.Create(max);
        for (int j = 0; j < stride; j += TWidth.Lanes)
        {
            TWidth.Store(Functions.Exp<TWidth, TVector>(TWidth.Subtract(TWidth.Load(row + j), shift)), row + j);
        }

        SetMissing(row, columns, stride, pointsTo, optional, 0);
        float* chains = stackalloc float[Chains];
        for (int chain = 0; chain < Chains; chain += TWidth.Lanes)
        {
            TVector sum = TWidth.Load(row + chain);
            for (int j = chain + Chains; j < stride; j += Chains)
            {
                sum = TWidth.Add(sum, TWidth.Load(row + j));
            }

            TWidth.Store(sum, chains + chain);
        }

        for (int apart = Chains / 2; apart > 0; apart /= 2)
        {
            for (int chain = 0; chain < apart; chain++)
            {
                chains[chain] += chains[chain + apart];
            }
        }

        return chains[0];
    }

    /// <summary>Sets the elements that stand for no outcome: those of missing outcomes and the padding.</summary>
    private static void SetMissing(float* row, int columns, int stride, int* pointsTo, int optional, float value)
    {
        for (int index = 0; index < optional; index++)
        {
            float* element = row + columns - optional + index;
            *element = pointsTo[index] < 0 ? value : *element;
        }

        for (int j = columns; j < stride; j++)
        {
            row[j] = value;
        }
    }

    private static void Scale<TWidth, TVector>(float* row, int stride, float factor)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector by = TWidth.Create(factor);
        for (int j = 0; j < stride; j += TWidth.Lanes)
        {
            TWidth.Store(TWidth.Multiply(TWidth.Load(row + j), by), row + j);
        }
    }

    private static void Require(bool fits, int columns, int stride)
    {
        if (!fits || columns < 1 || columns > stride || stride % VectorWidth.Alignment != 0)
        {
            throw new ArgumentException("The logits do not fit their stated size.");
        }
    }

    /// <summary>How many optional outcomes a row has.</summary>
    private static int CountOptional(ReadOnlySpan<int> pointsTo, int rows, int columns)
    {
        int optional = rows == 0 ? 0 : pointsTo.Length / rows;
        if (pointsTo.Length != rows * optional || optional >= columns)
        {
            throw new ArgumentException("The optional outcomes do not fit the logits.", nameof(pointsTo));
        }

        foreach (int token in pointsTo)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, columns - optional, nameof(pointsTo));
        }

        return optional;
    }

    private readonly struct NormalizeKernel(float* logits, int rows, int columns, int stride, int* pointsTo, int optional) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int r = 0; r < rows; r++)
            {
                float* row = logits + ((nint)r * stride);
                float sum = Exponentiate<TWidth, TVector>(row, columns, stride, pointsTo + ((nint)r * optional), optional);
                Scale<TWidth, TVector>(row, stride, 1f / sum);
            }
        }
    }
}
