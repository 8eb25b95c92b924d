using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>
/// How exact the engine's functions are, in units in the last place (ulp) against the platform's in double, and what they do at the
/// ends of their ranges. docs/network.md states the same figures.
/// </summary>
public sealed class FunctionsTests
{
    public static TheoryData<int> Widths => Numbers.Widths;

    [Theory]
    [InlineData(0, -87, 88, 1.0)]
    [InlineData(1, -87, 100, 2.5)]
    [InlineData(2, -100, 100, 2.6)]
    public void The_largest_error_is_as_documented(int function, float low, float high, double ulps)
    {
        float[] x = [.. EveryNthFloat(4099, low, high)];
        float[] y = Map.Of((Function)function, x, VectorWidth.Bits);
        double largest = 0;
        float at = 0;
        for (int index = 0; index < x.Length; index++)
        {
            double error = ErrorInUlps(y[index], Exact((Function)function, x[index]));
            if (!(error <= largest))
            {
                (largest, at) = (error, x[index]);
            }
        }

        Assert.True(x.Length > 400_000);
        Assert.True(largest <= ulps, $"{(Function)function}: {largest:F3} ulp at {at:G9}, more than {ulps}.");
        Assert.True(largest > 0.75 * ulps, $"{(Function)function}: {largest:F3} ulp at most, so {ulps} says too little.");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_gives_the_bits_of_one_lane(int bits)
    {
        float[] x =
        [
            .. EveryNthFloat(400_009, float.MinValue, float.MaxValue),
            0f, -0f, float.Epsilon, -float.Epsilon, 87, -87, 88, -88,
            float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity,
        ];
        Numbers.SameBits([.. x.Select(Functions.Exp)], Map.Of(Function.Exp, x, bits), "exp");
        Numbers.SameBits([.. x.Select(Functions.Sigmoid)], Map.Of(Function.Sigmoid, x, bits), "sigmoid");
        Numbers.SameBits([.. x.Select(Functions.Tanh)], Map.Of(Function.Tanh, x, bits), "tanh");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Not_a_number_stays_not_a_number(int bits)
    {
        foreach (Function function in Enum.GetValues<Function>())
        {
            Assert.All(Map.Of(function, [float.NaN, -float.NaN], bits), value => Assert.True(float.IsNaN(value)));
        }
    }

    [Theory]
    [InlineData(0, 1f, 1.6458115e-38f, 1.6516363e38f)]
    [InlineData(1, 0.5f, 1.6458116e-38f, 1f)]
    [InlineData(2, 0f, -1f, 1f)]
    public void Zero_is_exact_and_huge_values_stop_at_the_clamps(int function, float atZero, float lowest, float highest)
    {
        float[] found = Map.Of(
            (Function)function,
            [0f, -0f, -100, -3e38f, float.NegativeInfinity, 100, 3e38f, float.PositiveInfinity],
            VectorWidth.Bits);
        Numbers.SameBits([atZero, atZero, lowest, lowest, lowest, highest, highest, highest], found, $"{(Function)function}");
    }

    [Theory]
    [InlineData(0, -87f)]
    [InlineData(0, 88f)]
    [InlineData(1, -87f)]
    [InlineData(1, 17.5f)]
    [InlineData(2, -10f)]
    [InlineData(2, 10f)]
    public void Towards_a_clamp_a_function_never_turns_back(int function, float clamp)
    {
        List<float> x = [];
        float value = clamp;
        for (int n = 0; n < 2000; n++)
        {
            value = MathF.BitDecrement(value);
        }

        for (int n = 0; n < 4000; n++, value = MathF.BitIncrement(value))
        {
            x.Add(value);
        }

        float[] y = Map.Of((Function)function, [.. x], VectorWidth.Bits);
        for (int n = 1; n < y.Length; n++)
        {
            Assert.True(y[n] >= y[n - 1], $"{(Function)function}({x[n]:G9}) = {y[n]:G9} is below {y[n - 1]:G9} before it.");
        }
    }

    [Fact]
    public void The_sigmoid_stays_within_0_and_1_and_tanh_within_1_either_way()
    {
        float[] x = [.. EveryNthFloat(40_009, float.MinValue, float.MaxValue)];
        Assert.All(Map.Of(Function.Sigmoid, x, VectorWidth.Bits), value => Assert.InRange(value, float.Epsilon, 1));
        Assert.All(Map.Of(Function.Tanh, x, VectorWidth.Bits), value => Assert.InRange(value, -1, 1));
    }

    [Fact]
    public void The_logarithm_is_exact_to_a_few_ulps_of_double()
    {
        Random random = new(1);
        double largest = 0;
        for (int n = 0; n < 200_000; n++)
        {
            // Half of them from all positive doubles, half from around 1, where the result is near 0.
            double x = n % 2 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(1, BitConverter.DoubleToInt64Bits(double.PositiveInfinity)))
                : 0.4 + (2 * random.NextDouble());
            double exact = Math.Log(x);
            double ulp = Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact);
            largest = Math.Max(largest, Math.Abs(Functions.Log(x) - exact) / ulp);
        }

        Assert.True(largest <= 3.5, $"log: {largest:F3} ulp.");
    }

    [Fact]
    public void The_logarithm_knows_its_edges()
    {
        Assert.Equal(0, Functions.Log(1));
        Assert.Equal(double.NegativeInfinity, Functions.Log(0));
        Assert.Equal(double.NegativeInfinity, Functions.Log(-0.0));
        Assert.Equal(double.PositiveInfinity, Functions.Log(double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.Log(-1));
        Assert.Equal(double.NaN, Functions.Log(double.NegativeInfinity));
        Assert.Equal(double.NaN, Functions.Log(double.NaN));
        Assert.Equal(Math.Log(double.Epsilon), Functions.Log(double.Epsilon), tolerance: 1e-12);
        Assert.Equal(Math.Log(double.MaxValue), Functions.Log(double.MaxValue), tolerance: 1e-12);
    }

    private static double Exact(Function function, double x) => function switch
    {
        Function.Exp => Math.Exp(x),
        Function.Sigmoid => 1 / (1 + Math.Exp(-x)),
        _ => Math.Tanh(x),
    };

    private static double ErrorInUlps(float found, double exact)
    {
        double ulp = Math.ScaleB(1, Math.Max(-149, Math.ILogB(exact) - 23));
        return found == exact ? 0 : Math.Abs(found - exact) / ulp;
    }

    /// <summary>Every n-th float, counted by its bits, of both signs and between two bounds.</summary>
    private static IEnumerable<float> EveryNthFloat(int n, float low, float high)
    {
        int last = BitConverter.SingleToInt32Bits(Math.Max(high, -low));
        for (long bits = 0; bits <= last; bits += n)
        {
            float value = BitConverter.Int32BitsToSingle((int)bits);
            if (value <= high)
            {
                yield return value;
            }

            if (-value >= low)
            {
                yield return -value;
            }
        }
    }
}
