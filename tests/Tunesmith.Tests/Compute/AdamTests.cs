using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>The Adam step against its scalar formula, bit for bit, and against the paper's form in double.</summary>
public sealed class AdamTests
{
    private const int Length = 96;

    public static TheoryData<int> Widths => Numbers.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_step_is_its_scalar_formula_at_every_length(int bits)
    {
        const float Scale = 0.37f;
        const float Keep = 0.98f;
        for (int length = 0; length <= 5 * 32; length += 32)
        {
            (float[] w, float[] m, float[] v) = (Numbers.Floats(1, length), Numbers.Floats(2, length), Squares(length));
            (float[] wTwin, float[] mTwin, float[] vTwin) = (Numbers.Floats(1, length), Numbers.Floats(2, length), Squares(length));
            float[] g = Numbers.Floats(4, length);
            AdamFactors factors = new(StepSize: 0.0017f, RootCorrection: 0.31f, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8f)
            {
                GradientScale = Scale,
                Keep = Keep,
            };

            Adam.Update(w, g, m, v, factors, bits);
            for (int j = 0; j < length; j++)
            {
                float scaled = Scale * g[j];
                mTwin[j] = float.FusedMultiplyAdd((float)(1 - 0.9), scaled, 0.9f * mTwin[j]);
                vTwin[j] = float.FusedMultiplyAdd((float)(1 - 0.999) * scaled, scaled, 0.999f * vTwin[j]);
                float divisor = (float.Sqrt(vTwin[j]) / factors.RootCorrection) + factors.Epsilon;
                wTwin[j] = float.FusedMultiplyAdd(-factors.StepSize, mTwin[j] / divisor, Keep * wTwin[j]);
            }

            Numbers.SameBits(mTwin, m, "m");
            Numbers.SameBits(vTwin, v, "v");
            Numbers.SameBits(wTwin, w, "w");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Steps_follow_the_paper(int bits)
    {
        const double Rate = 0.01;
        float[] w = Numbers.Floats(1, Length);
        float[] m = new float[Length];
        float[] v = new float[Length];
        double[] exact = [.. w.Select(value => (double)value)];
        double[] mean = new double[Length];
        double[] square = new double[Length];
        for (int t = 1; t <= 5; t++)
        {
            float[] g = Numbers.Floats(10 + t, Length);
            AdamFactors factors = new(
                (float)(Rate / (1 - Math.Pow(0.9, t))), (float)Math.Sqrt(1 - Math.Pow(0.999, t)), Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8f);
            Adam.Update(w, g, m, v, factors, bits);
            for (int j = 0; j < Length; j++)
            {
                mean[j] = (0.9 * mean[j]) + (0.1 * g[j]);
                square[j] = (0.999 * square[j]) + (0.001 * g[j] * g[j]);
                double meanCorrected = mean[j] / (1 - Math.Pow(0.9, t));
                double squareCorrected = square[j] / (1 - Math.Pow(0.999, t));
                exact[j] -= Rate * meanCorrected / (Math.Sqrt(squareCorrected) + 1e-8);
            }
        }

        Numbers.Close(exact, w, 1e-6, "w");
    }

    [Fact]
    public void A_weight_that_never_had_a_gradient_stays()
    {
        float[] w = Numbers.Floats(1, 32);
        float[] before = [.. w];
        Adam.Update(w, new float[32], new float[32], new float[32], new AdamFactors(0.1f, 0.03f, 0.9, 0.999, 1e-8f), VectorWidth.Bits);
        Numbers.SameBits(before, w, "w");
    }

    [Fact]
    public void Buffers_that_do_not_fit_are_refused()
    {
        AdamFactors factors = new(0.1f, 0.03f, 0.9, 0.999, 1e-8f);
        Assert.Throws<ArgumentException>(
            () => Adam.Update(new float[32], new float[64], new float[32], new float[32], factors, VectorWidth.Bits));
        Assert.Throws<ArgumentException>(
            () => Adam.Update(new float[31], new float[31], new float[31], new float[31], factors, VectorWidth.Bits));
    }

    private static float[] Squares(int length) => [.. Numbers.Floats(3, length).Select(value => value * value)];
}
