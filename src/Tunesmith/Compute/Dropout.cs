namespace Tunesmith.Compute;

/// <summary>
/// Dropout (Srivastava and others 2014) in its inverted form: <c>y[j] = x[j] * (0 with probability rate, else 1 / (1 - rate))</c>.
/// </summary>
/// <remarks>
/// Element j takes the bits 16 (j mod 4) and up of word j / 4 of SplitMix64, and becomes 0 where they are less than 65536 rate. So the
/// rate is a multiple of 1/65536, and the mask is a matter of the seed and the part alone: going back applies the same one again.
/// </remarks>
internal static class Dropout
{
    private const int BitsEach = 16;
    private const int Grains = 1 << BitsEach;
    private const int PerWord = 64 / BitsEach;

    /// <summary>Applies a mask.</summary>
    /// <param name="source">x; a multiple of 4 floats.</param>
    /// <param name="destination">Receives y; as long. May be <paramref name="source"/> itself.</param>
    /// <param name="rate">0 up to but not 1, rounded to 1/65536.</param>
    /// <param name="seed">What fixes the masks of all parts.</param>
    /// <param name="part">Which part of something larger this is: each has a mask of its own.</param>
    public static void Apply(ReadOnlySpan<float> source, Span<float> destination, float rate, ulong seed, int part)
    {
        int threshold = (int)((rate * Grains) + 0.5f);
        if (!(rate >= 0) || threshold >= Grains)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Expected a rate of dropout from 0 to less than 1.");
        }

        if (destination.Length != source.Length || source.Length % PerWord != 0)
        {
            throw new ArgumentException("The buffers of a dropout do not fit each other.");
        }

        ulong state = seed;
        state = RandomSource.SplitMix(ref state) + ((ulong)part * 0xD1B54A32D192ED03);
        int kept = BitConverter.SingleToInt32Bits((float)Grains / (Grains - threshold));
        for (int j = 0; j < source.Length; j += PerWord)
        {
            ulong word = RandomSource.SplitMix(ref state);
            ReadOnlySpan<float> from = source.Slice(j, PerWord);
            Span<float> to = destination.Slice(j, PerWord);
            to[0] = from[0] * Factor((int)(word & 0xFFFF), threshold, kept);
            to[1] = from[1] * Factor((int)((word >> 16) & 0xFFFF), threshold, kept);
            to[2] = from[2] * Factor((int)((word >> 32) & 0xFFFF), threshold, kept);
            to[3] = from[3] * Factor((int)(word >> 48), threshold, kept);
        }
    }

    /// <summary>
    /// 0 where the grain is less than the threshold, else the factor with these bits; without a branch, which chance would defeat.
    /// </summary>
    private static float Factor(int grain, int threshold, int kept) => BitConverter.Int32BitsToSingle(kept & ~((grain - threshold) >> 31));
}
