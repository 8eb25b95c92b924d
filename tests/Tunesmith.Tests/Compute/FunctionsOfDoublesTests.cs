using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>The functions of one double beside the platform's.</summary>
public sealed class FunctionsOfDoublesTests
{
    [Fact]
    public void The_exponential_is_right_to_fifteen_digits() =>
        Gen.Double[-690, 690].Sample(x => Math.Abs((Functions.Exp(x) / Math.Exp(x)) - 1) < 4e-15 * Math.Max(1, Math.Abs(x) / 20));

    [Fact]
    public void Powers_are_right_to_thirteen_digits() =>
        Gen.Select(Gen.Double[1e-3, 1e3], Gen.Double[-20, 20]).Sample((a, b) =>
            Math.Abs((Functions.Power(a, b) / Math.Pow(a, b)) - 1) < 1e-12);

    [Fact]
    public void Sines_and_cosines_are_right_to_fifteen_digits() =>
        Gen.Double[-3, 3].Sample(turns =>
        {
            (double sine, double cosine) = Functions.SineAndCosine(turns);
            return Math.Abs(sine - Math.Sin(2 * Math.PI * turns)) < 1e-14 && Math.Abs(cosine - Math.Cos(2 * Math.PI * turns)) < 1e-14;
        });

    [Fact]
    public void Whole_quarters_of_a_turn_are_exact()
    {
        (double, double)[] found = [.. new[] { 0, 0.25, 0.5, 0.75, 1, -0.25, 1e6, 0.125 }.Select(Functions.SineAndCosine)];
        Assert.Equal(
            [(0, 1), (1, 0), (0, -1), (-1, 0), (0, 1), (-1, 0), (0, 1)], found[..7].Select(pair => (pair.Item1 + 0, pair.Item2 + 0)));
        Assert.Equal(found[7].Item1, found[7].Item2, 1e-15);
    }

    [Fact]
    public void Extremes_stay_numbers()
    {
        Assert.Equal((1, 0), (Functions.Exp(0), Functions.Power(0, 2)));
        Assert.InRange(Functions.Exp(-1e9), 0, 1e-300);
        Assert.True(double.IsFinite(Functions.Exp(1e9)));
    }

    [Fact]
    public void Halves_of_angles_are_right_at_every_width()
    {
        for (int index = -2000; index <= 2000; index++)
        {
            float x = index * 0.00137f;
            (float sine, float cosine) = Functions.HalfTurn<Width1, float>(x);
            double rest = x - Math.Round(x);
            Assert.Equal(Math.Sin(Math.PI * rest), sine, 3e-7);
            Assert.Equal(Math.Cos(Math.PI * rest), cosine, 3e-7);
        }
    }
}
