using System.Runtime.CompilerServices;
using Tunesmith.Compute;

namespace Tunesmith.Bench;

/// <summary>Fused multiply-adds that never leave the registers: what no kernel of the width in use can pass, on one thread.</summary>
internal static unsafe class BareMultiplyAdds
{
    private const int Count = 400_000;

    /// <summary>Independent chains: more than the units need to stay busy, and few enough for 16 registers.</summary>
    private const int Chains = 12;

    /// <summary>Floating-point operations of a call of <see cref="Run"/>.</summary>
    public static double Operations => 2.0 * Count * Chains * (VectorWidth.Bits / 32);

    /// <summary>Runs them, at the width in use.</summary>
    public static float Run()
    {
        float sum = 0;
        VectorWidth.Run(new Kernel(&sum), VectorWidth.Bits);
        return sum;
    }

    private readonly struct Kernel(float* sum) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector a = TWidth.Create(0.5f);
            TVector b = TWidth.Create(0.25f);
            TVector s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
            for (int n = 0; n < Count; n++)
            {
                s0 = TWidth.Fma(s0, a, b);
                s1 = TWidth.Fma(s1, a, b);
                s2 = TWidth.Fma(s2, a, b);
                s3 = TWidth.Fma(s3, a, b);
                s4 = TWidth.Fma(s4, a, b);
                s5 = TWidth.Fma(s5, a, b);
                s6 = TWidth.Fma(s6, a, b);
                s7 = TWidth.Fma(s7, a, b);
                s8 = TWidth.Fma(s8, a, b);
                s9 = TWidth.Fma(s9, a, b);
                s10 = TWidth.Fma(s10, a, b);
                s11 = TWidth.Fma(s11, a, b);
            }

            TVector first = TWidth.Add(TWidth.Add(TWidth.Add(s0, s1), TWidth.Add(s2, s3)), TWidth.Add(s4, s5));
            TVector second = TWidth.Add(TWidth.Add(TWidth.Add(s6, s7), TWidth.Add(s8, s9)), TWidth.Add(s10, s11));
            float* lanes = stackalloc float[TWidth.Lanes];
            TWidth.Store(TWidth.Add(first, second), lanes);
            *sum = lanes[0];
        }
    }
}
