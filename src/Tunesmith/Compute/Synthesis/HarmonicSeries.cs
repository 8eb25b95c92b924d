using System.Runtime.CompilerServices;

namespace Tunesmith.Compute.Synthesis;

/// <summary>
/// How the phase and colour of a <see cref="HarmonicSeries"/> move during a block: sample t has the phase
/// <c>Phase + Step t + Bend t^2</c> in turns and the mixture <c>Mix + MixStep t</c>.
/// </summary>
internal readonly record struct SeriesMotion(float Phase, float Step, float Bend, float Mix, float MixStep);

/// <summary>
/// A tone with harmonics, block by block: <c>sum over k of ((1 - m) dull_k + m bright_k) sin(2 pi k x)</c>, where the phase x and the
/// mixture m move from sample to sample.
/// </summary>
/// <remarks>
/// Clenshaw's recurrence, <c>b_k = a_k + 2 cos(2 pi x) b_k+1 - b_k+2</c> and the sum <c>b_1 sin(2 pi x)</c>, needs one sine and cosine
/// for all harmonics. Lanes run along the samples: every vector width gives the same bits.
/// </remarks>
internal static unsafe class HarmonicSeries
{
    private const int Block = SampleBlock.Length;

    /// <summary>Writes a block.</summary>
    /// <param name="dull">The amplitudes of the harmonics from the first on, where the mixture is 0.</param>
    /// <param name="bright">As many, where it is 1.</param>
    /// <param name="motion">How phase and mixture move.</param>
    /// <param name="destination">Receives a block of samples.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Render(
        ReadOnlySpan<float> dull, ReadOnlySpan<float> bright, in SeriesMotion motion, Span<float> destination, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bright.Length, dull.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, Block);
        fixed (float* a = dull, b = bright, places = SampleBlock.Places, samples = destination)
        {
            VectorWidth.Run(new Kernel(a, b, dull.Length, places, motion, samples), bits);
        }
    }

    private readonly struct Kernel(float* dull, float* bright, int count, float* places, SeriesMotion motion, float* samples) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            int lanes = TWidth.Lanes;
            for (int at = 0; at < Block; at += 2 * lanes)
            {
                TVector sine0 = Sine<TWidth, TVector>(at, out TVector twice0);
                TVector sine1 = Sine<TWidth, TVector>(at + lanes, out TVector twice1);
                TVector dull0 = TWidth.Create(0);
                TVector dull1 = dull0;
                TVector bright0 = dull0;
                TVector bright1 = dull0;
                TVector dullBefore0 = dull0;
                TVector dullBefore1 = dull0;
                TVector brightBefore0 = dull0;
                TVector brightBefore1 = dull0;
                for (int k = count - 1; k >= 0; k--)
                {
                    TVector a = TWidth.Create(dull[k]);
                    TVector b = TWidth.Create(bright[k]);
                    TVector next = TWidth.Fma(twice0, dull0, TWidth.Subtract(a, dullBefore0));
                    (dullBefore0, dull0) = (dull0, next);
                    next = TWidth.Fma(twice1, dull1, TWidth.Subtract(a, dullBefore1));
                    (dullBefore1, dull1) = (dull1, next);
                    next = TWidth.Fma(twice0, bright0, TWidth.Subtract(b, brightBefore0));
                    (brightBefore0, bright0) = (bright0, next);
                    next = TWidth.Fma(twice1, bright1, TWidth.Subtract(b, brightBefore1));
                    (brightBefore1, bright1) = (bright1, next);
                }

                TWidth.Store(TWidth.Multiply(sine0, Mix<TWidth, TVector>(at, dull0, bright0)), samples + at);
                TWidth.Store(TWidth.Multiply(sine1, Mix<TWidth, TVector>(at + lanes, dull1, bright1)), samples + at + lanes);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Mix<TWidth, TVector>(int at, TVector dullSum, TVector brightSum)
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector mix = TWidth.Fma(TWidth.Create(motion.MixStep), TWidth.Load(places + at), TWidth.Create(motion.Mix));
            return TWidth.Fma(mix, TWidth.Subtract(brightSum, dullSum), dullSum);
        }

        /// <summary>The sine of the phase, and twice its cosine.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Sine<TWidth, TVector>(int at, out TVector twiceCosine)
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector t = TWidth.Load(places + at);
            TVector step = TWidth.Fma(TWidth.Create(motion.Bend), t, TWidth.Create(motion.Step));
            TVector phase = TWidth.Fma(step, t, TWidth.Create(motion.Phase));
            (TVector halfSine, TVector halfCosine) = Functions.HalfTurn<TWidth, TVector>(phase);
            TVector two = TWidth.Create(2);
            twiceCosine = TWidth.Fma(TWidth.Multiply(TWidth.Create(-4), halfSine), halfSine, two);
            return TWidth.Multiply(TWidth.Multiply(two, halfSine), halfCosine);
        }
    }
}
