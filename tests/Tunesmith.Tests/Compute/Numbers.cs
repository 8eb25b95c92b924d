namespace Tunesmith.Tests.Compute;

/// <summary>What the tests of the kernels share: numbers to compute with, the widths to compute at, and equality of bits.</summary>
internal static class Numbers
{
    /// <summary>Every vector width a kernel can be asked for; those without hardware are computed in software.</summary>
    public static TheoryData<int> Widths => [512, 256, 128, 32];

    /// <summary>Every vector width, as an array.</summary>
    public static int[] AllBits { get; } = [512, 256, 128, 32];

    /// <summary>Floats from <c>-scale</c> to <c>scale</c>, the same for the same seed.</summary>
    public static float[] Floats(int seed, int length, double scale = 1)
    {
        Random random = new(seed);
        float[] values = new float[length];
        for (int index = 0; index < length; index++)
        {
            values[index] = (float)(scale * ((2 * random.NextDouble()) - 1));
        }

        return values;
    }

    /// <summary>Requires two spans of floats to hold the same bits.</summary>
    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> found, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            if (BitConverter.SingleToInt32Bits(expected[index]) != BitConverter.SingleToInt32Bits(found[index]))
            {
                Assert.Fail($"{what}[{index}]: expected {expected[index]:G9}, found {found[index]:G9}.");
            }
        }
    }

    /// <summary>Requires floats to lie within <paramref name="tolerance"/> of exact values, relative where those are above 1.</summary>
    public static void Close(ReadOnlySpan<double> exact, ReadOnlySpan<float> found, double tolerance, string what)
    {
        Assert.Equal(exact.Length, found.Length);
        for (int index = 0; index < exact.Length; index++)
        {
            if (!(Math.Abs(exact[index] - found[index]) <= tolerance * Math.Max(1, Math.Abs(exact[index]))))
            {
                Assert.Fail($"{what}[{index}]: expected {exact[index]:G9}, found {found[index]:G9}.");
            }
        }
    }
}
