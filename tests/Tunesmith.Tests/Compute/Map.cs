using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>One of the engine's elementwise functions, to be mapped over floats at any vector width.</summary>
internal enum Function
{
    Exp,
    Sigmoid,
    Tanh,
}

/// <summary>The engine's functions over whole arrays.</summary>
internal static unsafe class Map
{
    /// <summary>The function of every value, computed at a vector width.</summary>
    public static float[] Of(Function function, ReadOnlySpan<float> values, int bits)
    {
        float[] padded = new float[VectorWidth.Pad(values.Length)];
        values.CopyTo(padded);
        fixed (float* pointer = padded)
        {
            VectorWidth.Run(new Kernel(function, pointer, padded.Length), bits);
        }

        return padded[..values.Length];
    }

    private readonly struct Kernel(Function function, float* values, int length) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int j = 0; j < length; j += TWidth.Lanes)
            {
                TVector x = TWidth.Load(values + j);
                TVector y = function switch
                {
                    Function.Exp => Functions.Exp<TWidth, TVector>(x),
                    Function.Sigmoid => Functions.Sigmoid<TWidth, TVector>(x),
                    _ => Functions.Tanh<TWidth, TVector>(x),
                };
                TWidth.Store(y, values + j);
            }
        }
    }
}
