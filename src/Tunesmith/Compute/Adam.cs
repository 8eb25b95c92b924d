namespace Tunesmith.Compute;

/// <summary>The factors of one Adam step, the same for every parameter.</summary>
/// <param name="StepSize"><c>learningRate / (1 - beta1^t)</c></param>
/// <param name="RootCorrection"><c>sqrt(1 - beta2^t)</c></param>
/// <param name="Beta1">How much of the mean gradient stays; 0.9.</param>
/// <param name="Beta2">How much of the mean square stays; 0.999.</param>
/// <param name="Epsilon">What keeps the divisor above 0; 1e-8.</param>
internal readonly record struct AdamFactors(float StepSize, float RootCorrection, double Beta1, double Beta2, float Epsilon)
{
    /// <summary>What the gradient is multiplied by first; 1 leaves it as it is.</summary>
    public float GradientScale { get; init; } = 1;

    /// <summary>What the parameters are multiplied by first, <c>1 - learningRate * decay</c>; 1 leaves them as they are.</summary>
    public float Keep { get; init; } = 1;
}

/// <summary>
/// Adam by Kingma and Ba (2015) in PyTorch's form:
/// <c>m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, w = keep w - stepSize * m / (sqrt(v) / rootCorrection + epsilon)</c>, g being
/// the gradient times its scale. That weights decay beside the step rather than by way of the gradient is Loshchilov's and Hutter's (2019).
/// </summary>
internal static unsafe class Adam
{
    /// <summary>Updates parameters and both moments in place.</summary>
    /// <param name="parameters">w; a multiple of 32 floats.</param>
    /// <param name="gradient">g; as long.</param>
    /// <param name="mean">m; as long.</param>
    /// <param name="square">v; as long.</param>
    /// <param name="factors">The factors of this step.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Update(
        Span<float> parameters, ReadOnlySpan<float> gradient, Span<float> mean, Span<float> square, in AdamFactors factors, int bits)
    {
        int length = parameters.Length;
        if (gradient.Length != length || mean.Length != length || square.Length != length || length % VectorWidth.Alignment != 0)
        {
            throw new ArgumentException("The buffers of an Adam step do not fit each other.");
        }

        fixed (float* w = parameters, g = gradient, m = mean, v = square)
        {
            VectorWidth.Run(new Kernel(w, g, m, v, length, factors), bits);
        }
    }

    private readonly struct Kernel(float* parameters, float* gradient, float* mean, float* square, int length, AdamFactors factors)
        : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector beta1 = TWidth.Create((float)factors.Beta1);
            TVector beta2 = TWidth.Create((float)factors.Beta2);
            TVector rest1 = TWidth.Create((float)(1 - factors.Beta1));
            TVector rest2 = TWidth.Create((float)(1 - factors.Beta2));
            TVector epsilon = TWidth.Create(factors.Epsilon);
            TVector root = TWidth.Create(factors.RootCorrection);
            TVector step = TWidth.Create(-factors.StepSize);
            TVector scale = TWidth.Create(factors.GradientScale);
            TVector keep = TWidth.Create(factors.Keep);
            for (int j = 0; j < length; j += TWidth.Lanes)
            {
                TVector g = TWidth.Multiply(scale, TWidth.Load(gradient + j));
                TVector m = TWidth.Fma(rest1, g, TWidth.Multiply(beta1, TWidth.Load(mean + j)));
                TVector v = TWidth.Fma(TWidth.Multiply(rest2, g), g, TWidth.Multiply(beta2, TWidth.Load(square + j)));
                TWidth.Store(m, mean + j);
                TWidth.Store(v, square + j);
                TVector divisor = TWidth.Add(TWidth.Divide(TWidth.Sqrt(v), root), epsilon);
                TVector kept = TWidth.Multiply(keep, TWidth.Load(parameters + j));
                TWidth.Store(TWidth.Fma(step, TWidth.Divide(m, divisor), kept), parameters + j);
            }
        }
    }
}
