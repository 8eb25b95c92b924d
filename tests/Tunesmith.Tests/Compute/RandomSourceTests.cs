using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>The random numbers against the published algorithms, written again here, and against what chance allows.</summary>
public sealed class RandomSourceTests
{
    [Fact]
    public void SplitMix64_as_written_here_gives_its_published_numbers()
    {
        // The first numbers of seed 1234567, as given with the algorithm's many translations.
        ulong state = 1234567;
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => SplitMix64(ref state)));
    }

    [Fact]
    public void Xoshiro256_as_written_here_gives_its_published_numbers()
    {
        // The first numbers of state 1, 2, 3, 4.
        ulong[] state = [1, 2, 3, 4];
        Assert.Equal(
            [41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162],
            Enumerable.Range(0, 6).Select(_ => Xoshiro256(state)));
    }

    [Fact]
    public void The_numbers_are_xoshiro256_seeded_by_SplitMix64() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 4]).Sample(
            (seed, purpose) =>
            {
                ulong mixer = unchecked(seed + ((ulong)purpose * 0xD1B54A32D192ED03));
                ulong[] state = [SplitMix64(ref mixer), SplitMix64(ref mixer), SplitMix64(ref mixer), SplitMix64(ref mixer)];
                RandomSource random = new(seed, (RandomPurpose)purpose);
                for (int n = 0; n < 20; n++)
                {
                    Assert.Equal(Xoshiro256(state), random.NextBits());
                }
            },
            iter: 50);

    [Fact]
    public void A_double_is_the_upper_53_bits()
    {
        RandomSource bits = new(5, RandomPurpose.Composing);
        RandomSource doubles = new(5, RandomPurpose.Composing);
        for (int n = 0; n < 1000; n++)
        {
            double value = doubles.NextDouble();
            Assert.Equal(Math.ScaleB(bits.NextBits() >> 11, -53), value);
            Assert.InRange(value, 0, Math.BitDecrement(1.0));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(78)]
    public void Whole_numbers_are_equally_likely(int count)
    {
        RandomSource random = new(11, RandomPurpose.Batches);
        int draws = 1000 * count;
        int[] seen = new int[count];
        for (int n = 0; n < draws; n++)
        {
            seen[random.NextInt(count)]++;
        }

        // Chi-square has mean k and variance 2k, k = count - 1; five standard deviations are beyond chance.
        double square = seen.Sum(times => (times - 1000.0) * (times - 1000.0) / 1000);
        Assert.InRange(square, 0, count - 1 + (5 * Math.Sqrt(2.0 * (count - 1))));
    }

    [Fact]
    public void Whole_numbers_of_a_range_that_does_not_divide_2_to_the_32_are_not_biased()
    {
        // A plain multiplication would give the residues mod 3 of numbers below 3 * 2^29 in the ratio 3 : 3 : 2.
        RandomSource random = new(12, RandomPurpose.Batches);
        int[] seen = new int[3];
        const int Draws = 60_000;
        for (int n = 0; n < Draws; n++)
        {
            seen[random.NextInt(3 << 29) % 3]++;
        }

        Assert.All(seen, times => Assert.InRange(times, (Draws / 3) - 600, (Draws / 3) + 600));
    }

    [Fact]
    public void Whole_numbers_have_their_ends()
    {
        RandomSource random = new(13, RandomPurpose.Primer);
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(0, random.NextInt(1)));
        Assert.InRange(random.NextInt(int.MaxValue), 0, int.MaxValue - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(-1));
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        RandomSource random = new(14, RandomPurpose.Weights);
        const int Draws = 200_000;
        double[] values = [.. Enumerable.Range(0, Draws).Select(_ => random.NextGaussian())];

        // Each bound is five standard errors of that moment.
        double error = 5 / Math.Sqrt(Draws);
        Assert.InRange(values.Average(), -error, error);
        Assert.InRange(values.Average(x => x * x) - 1, -1.42 * error, 1.42 * error);
        Assert.InRange(values.Average(x => x * x * x), -3.9 * error, 3.9 * error);
        Assert.InRange(values.Average(x => x * x * x * x) - 3, -9.8 * error, 9.8 * error);
        Assert.InRange(values.Count(x => Math.Abs(x) < 1) / (double)Draws, 0.6827 - (0.47 * error), 0.6827 + (0.47 * error));
    }

    [Fact]
    public void Purposes_of_one_seed_are_independent()
    {
        const int Draws = 20_000;
        double[][] sequences =
        [
            .. Enum.GetValues<RandomPurpose>().Select(purpose =>
            {
                RandomSource random = new(1, purpose);
                return Enumerable.Range(0, Draws).Select(_ => random.NextDouble() - 0.5).ToArray();
            }),
        ];
        for (int one = 0; one < sequences.Length; one++)
        {
            for (int other = 0; other < one; other++)
            {
                double correlation = 12 * sequences[one].Zip(sequences[other], (x, y) => x * y).Average();
                Assert.InRange(correlation, -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
            }
        }
    }

    [Fact]
    public void A_shuffle_puts_items_in_every_order_alike()
    {
        RandomSource random = new(11, RandomPurpose.Folds);
        const int Shuffles = 24_000;
        Dictionary<string, int> orders = [];
        for (int shuffle = 0; shuffle < Shuffles; shuffle++)
        {
            char[] letters = [.. "abcd"];
            random.Shuffle(letters.AsSpan());
            string order = new(letters);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 840, 1160)); // 1000 expected, give or take five standard deviations
        random.Shuffle(Span<int>.Empty);
    }

    private static ulong SplitMix64(ref ulong x)
    {
        unchecked
        {
            x += 0x9e3779b97f4a7c15;
            ulong z = x;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return z ^ (z >> 31);
        }
    }

    private static ulong Xoshiro256(ulong[] s)
    {
        unchecked
        {
            ulong result = Rotate(s[0] + s[3], 23) + s[0];
            ulong t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = Rotate(s[3], 45);
            return result;
        }
    }

    private static ulong Rotate(ulong x, int k) => (x << k) | (x >> (64 - k));
}
