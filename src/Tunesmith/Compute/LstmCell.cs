namespace Tunesmith.Compute;

/// <summary>
/// The elementwise half of an LSTM step, forward and backward, for some rows at once. The matrix products stand before and after.
/// </summary>
/// <remarks>
/// A row of gates holds four parts of H floats each: input, forget, candidate, output. H is padded to a multiple of 32; padded
/// units stay 0 throughout.
/// <code>
/// i = sigmoid(z_i)   f = sigmoid(z_f)   g = tanh(z_g)   o = sigmoid(z_o)
/// c' = f*c + i*g     h' = o*tanh(c')
/// </code>
/// </remarks>
internal static unsafe class LstmCell
{
    /// <summary>Activates the gates in place and computes the new state.</summary>
    /// <param name="gates">(rows, 4H): z at first, then i, f, g, o.</param>
    /// <param name="previousCell">(rows, H): c.</param>
    /// <param name="cell">(rows, H): receives c'. May be <paramref name="previousCell"/> itself.</param>
    /// <param name="squashed">(rows, H): receives tanh(c').</param>
    /// <param name="output">(rows, H): receives h'.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="width">H, a multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Forward(
        Span<float> gates,
        ReadOnlySpan<float> previousCell,
        Span<float> cell,
        Span<float> squashed,
        Span<float> output,
        int rows,
        int width,
        int bits)
    {
        int size = rows * width;
        Require(gates.Length == 4 * size && previousCell.Length == size && cell.Length == size, width);
        Require(squashed.Length == size && output.Length == size, width);
        fixed (float* z = gates, c = previousCell, cNew = cell, t = squashed, h = output)
        {
            VectorWidth.Run(new ForwardKernel(z, c, cNew, t, h, rows, width), bits);
        }
    }

    /// <summary>As <see cref="Forward"/>, where no gradient will be asked for: only the new state is written.</summary>
    /// <param name="gates">(rows, 4H): z.</param>
    /// <param name="cell">(rows, H): c, then c'.</param>
    /// <param name="output">(rows, H): receives h'.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="width">H, a multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Advance(ReadOnlySpan<float> gates, Span<float> cell, Span<float> output, int rows, int width, int bits)
    {
        int size = rows * width;
        Require(gates.Length == 4 * size && cell.Length == size && output.Length == size, width);
        fixed (float* z = gates, c = cell, h = output)
        {
            VectorWidth.Run(new ForwardKernel(z, c, c, null, h, rows, width), bits);
        }
    }

    /// <summary>The gradient of <see cref="Forward"/>: from those of h' and c' to those of z and c.</summary>
    /// <param name="gates">(rows, 4H): i, f, g, o at first, then the gradient of z.</param>
    /// <param name="previousCell">(rows, H): c.</param>
    /// <param name="squashed">(rows, H): tanh(c').</param>
    /// <param name="outputGradient">(rows, H): the gradient of h'.</param>
    /// <param name="cellGradient">(rows, H): the gradient of c' that comes from later steps; then that of c.</param>
    /// <param name="biasGradient">(4H): the gradient of z is added, row after row.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="width">H, a multiple of 32.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Backward(
        Span<float> gates,
        ReadOnlySpan<float> previousCell,
        ReadOnlySpan<float> squashed,
        ReadOnlySpan<float> outputGradient,
        Span<float> cellGradient,
        Span<float> biasGradient,
        int rows,
        int width,
        int bits)
    {
        int size = rows * width;
        Require(gates.Length == 4 * size && previousCell.Length == size && squashed.Length == size, width);
        Require(outputGradient.Length == size && cellGradient.Length == size && biasGradient.Length == 4 * width, width);
        fixed (float* z = gates, c = previousCell, t = squashed, dh = outputGradient, dc = cellGradient, db = biasGradient)
        {
            VectorWidth.Run(new BackwardKernel(z, c, t, dh, dc, db, rows, width), bits);
        }
    }

    private static void Require(bool fits, int width)
    {
        if (!fits || width % VectorWidth.Alignment != 0)
        {
            throw new ArgumentException("The buffers of an LSTM step do not fit each other.");
        }
    }

    private readonly struct ForwardKernel(
        float* gates, float* previousCell, float* cell, float* squashed, float* output, int rows, int width) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int row = 0; row < rows; row++)
            {
                float* z = gates + (row * 4 * width);
                int start = row * width;
                for (int j = 0; j < width; j += TWidth.Lanes)
                {
                    TVector i = Functions.Sigmoid<TWidth, TVector>(TWidth.Load(z + j));
                    TVector f = Functions.Sigmoid<TWidth, TVector>(TWidth.Load(z + width + j));
                    TVector g = Functions.Tanh<TWidth, TVector>(TWidth.Load(z + (2 * width) + j));
                    TVector o = Functions.Sigmoid<TWidth, TVector>(TWidth.Load(z + (3 * width) + j));
                    TVector c = TWidth.Fma(f, TWidth.Load(previousCell + start + j), TWidth.Multiply(i, g));
                    TVector t = Functions.Tanh<TWidth, TVector>(c);
                    TWidth.Store(c, cell + start + j);
                    if (squashed != null)
                    {
                        TWidth.Store(i, z + j);
                        TWidth.Store(f, z + width + j);
                        TWidth.Store(g, z + (2 * width) + j);
                        TWidth.Store(o, z + (3 * width) + j);
                        TWidth.Store(t, squashed + start + j);
                    }

                    TWidth.Store(TWidth.Multiply(o, t), output + start + j);
                }
            }
        }
    }

    private readonly struct BackwardKernel(
        float* gates,
        float* previousCell,
        float* squashed,
        float* outputGradient,
        float* cellGradient,
        float* biasGradient,
        int rows,
        int width) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector one = TWidth.Create(1f);
            for (int row = 0; row < rows; row++)
            {
                float* z = gates + (row * 4 * width);
                int start = row * width;
                for (int j = 0; j < width; j += TWidth.Lanes)
                {
                    TVector i = TWidth.Load(z + j);
                    TVector f = TWidth.Load(z + width + j);
                    TVector g = TWidth.Load(z + (2 * width) + j);
                    TVector o = TWidth.Load(z + (3 * width) + j);
                    TVector t = TWidth.Load(squashed + start + j);
                    TVector dh = TWidth.Load(outputGradient + start + j);

                    // dc = dc' + dh * o * (1 - tanh(c')^2)
                    TVector slope = TWidth.Subtract(one, TWidth.Multiply(t, t));
                    TVector dc = TWidth.Fma(TWidth.Multiply(dh, o), slope, TWidth.Load(cellGradient + start + j));
                    TVector di = TWidth.Multiply(TWidth.Multiply(dc, g), TWidth.Multiply(i, TWidth.Subtract(one, i)));
                    TVector c = TWidth.Load(previousCell + start + j);
                    TVector df = TWidth.Multiply(TWidth.Multiply(dc, c), TWidth.Multiply(f, TWidth.Subtract(one, f)));
                    TVector dg = TWidth.Multiply(TWidth.Multiply(dc, i), TWidth.Subtract(one, TWidth.Multiply(g, g)));
                    TVector dO = TWidth.Multiply(TWidth.Multiply(dh, t), TWidth.Multiply(o, TWidth.Subtract(one, o)));

                    TWidth.Store(TWidth.Multiply(dc, f), cellGradient + start + j);
                    StoreAndAdd<TWidth, TVector>(di, z + j, biasGradient + j);
                    StoreAndAdd<TWidth, TVector>(df, z + width + j, biasGradient + width + j);
                    StoreAndAdd<TWidth, TVector>(dg, z + (2 * width) + j, biasGradient + (2 * width) + j);
                    StoreAndAdd<TWidth, TVector>(dO, z + (3 * width) + j, biasGradient + (3 * width) + j);
                }
            }
        }

        private static void StoreAndAdd<TWidth, TVector>(TVector value, float* destination, float* sum)
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TWidth.Store(value, destination);
            TWidth.Store(TWidth.Add(TWidth.Load(sum), value), sum);
        }
    }
}
