using CsCheck;
using Tunesmith.Audio;

namespace Tunesmith.Tests.Audio;

public sealed class LimiterTests
{
    [Fact]
    public void Nothing_comes_out_above_the_ceiling() =>
        Gen.Select(Gen.Float[-8, 8].Array[0, 4_000], Gen.Float[-8, 8].Array[0, 4_000]).Sample(
            (left, right) =>
            {
                int length = Math.Min(left.Length, right.Length);
                Limiter limiter = new(8_000);
                limiter.Run(left.AsSpan(0, length), right.AsSpan(0, length));
                return left.Take(length).Concat(right.Take(length)).All(sample => Math.Abs(sample) <= Limiter.Ceiling);
            },
            iter: 50);

    [Fact]
    public void What_is_below_the_ceiling_passes_as_it_is()
    {
        Limiter limiter = new(44_100);
        float[] before = [.. Enumerable.Range(0, 20_000).Select(t => 0.89f * (float)Math.Sin(t * 0.05))];
        float[] left = [.. before];
        limiter.Run(left, new float[left.Length]);
        Assert.Equal(before[..^limiter.Delay], left[limiter.Delay..]);
        Assert.Equal(1, limiter.LowestGain);
    }

    [Fact]
    public void A_loud_moment_is_turned_down_smoothly_and_what_follows_recovers()
    {
        Limiter limiter = new(44_100);
        float[] left =
        [
            .. Enumerable.Range(0, 44_100)
                .Select(t => (float)((0.5 + (1.5 * Math.Exp(-Math.Pow((t - 11_000) / 1_500.0, 2)))) * Math.Sin(t * 0.02))),
        ];
        float[] right = new float[left.Length];
        limiter.Run(left, right);
        Assert.InRange(limiter.LowestGain, 0.44, 0.45);
        Assert.InRange(left[10_800..11_400].Max(), 0.88f, Limiter.Ceiling);
        Assert.InRange(left[40_000..].Max(), 0.499f, 0.5f);
        for (int t = 1; t < left.Length; t++)
        {
            Assert.True(Math.Abs(left[t] - left[t - 1]) < 0.04, $"a jump at {t}");
        }
    }

    [Fact]
    public void Both_channels_are_turned_down_together()
    {
        Limiter limiter = new(44_100);
        float[] left = [.. Enumerable.Range(0, 10_000).Select(t => 3 * (float)Math.Sin(t * 0.03))];
        float[] right = [.. left.Select(sample => sample / 4)];
        limiter.Run(left, right);
        Assert.All(left.Zip(right), pair => Assert.Equal(pair.First / 4, pair.Second, 1e-6f));
    }
}
