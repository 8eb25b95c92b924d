using System.Numerics;

namespace Tunesmith.Compute;

/// <summary>
/// Random numbers that are the same on every machine and for ever: xoshiro256++ by Blackman and Vigna (2019), its state filled
/// from the seed by SplitMix64. It is not for secrets.
/// </summary>
internal sealed class RandomSource
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Makes a source.</summary>
    /// <param name="seed">Any number; one seed fixes all that follows.</param>
    /// <param name="purpose">What the numbers are for: sources of one seed and different purposes are independent.</param>
    public RandomSource(ulong seed, RandomPurpose purpose)
    {
        ulong mixer = seed + ((ulong)purpose * 0xD1B54A32D192ED03);
        _s0 = SplitMix(ref mixer);
        _s1 = SplitMix(ref mixer);
        _s2 = SplitMix(ref mixer);
        _s3 = SplitMix(ref mixer);
    }

    /// <summary>Makes a source that goes on from where another stood.</summary>
    /// <param name="state">What <see cref="State"/> gave; four numbers, not all 0.</param>
    public RandomSource(IReadOnlyList<ulong> state)
    {
        if (state.Count != 4 || state.All(word => word == 0))
        {
            throw new ArgumentException("Expected four numbers, not all 0.", nameof(state));
        }

        (_s0, _s1, _s2, _s3) = (state[0], state[1], state[2], state[3]);
    }

    /// <summary>Where the source stands: all that its further numbers depend on.</summary>
    public IReadOnlyList<ulong> State => [_s0, _s1, _s2, _s3];

    /// <summary>The next of SplitMix64's numbers, by Steele and others (2014), whose state is a number alone; it is moved on.</summary>
    public static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A whole number, each of <c>0 .. count - 1</c> as likely as the other (Lemire 2019).</summary>
    /// <param name="count">1 or more.</param>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        uint range = (uint)count;
        ulong product = (NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            uint threshold = (0 - range) % range;
            while ((uint)product < threshold)
            {
                product = (NextBits() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A number from 0 up to but not 1, a multiple of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / 9007199254740992.0);

    /// <summary>A number of the normal distribution with mean 0 and variance 1, by Marsaglia's polar method.</summary>
    public double NextGaussian()
    {
        while (true)
        {
            double x = (2 * NextDouble()) - 1;
            double y = (2 * NextDouble()) - 1;
            double square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Functions.Log(square) / square);
            }
        }
    }

    /// <summary>Puts items in an order of which each is as likely as the other (Fisher and Yates; Durstenfeld 1964).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = NextInt(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }
}

/// <summary>What random numbers are for; each purpose has a sequence of its own.</summary>
internal enum RandomPurpose
{
    /// <summary>The weights of an untrained network.</summary>
    Weights = 1,

    /// <summary>The windows of training batches.</summary>
    Batches = 2,

    /// <summary>The choice of a token when composing.</summary>
    Composing = 3,

    /// <summary>The choice of a primer song.</summary>
    Primer = 4,

    /// <summary>Which titles a training holds out.</summary>
    HeldOut = 5,

    /// <summary>Which titles fall in which fold.</summary>
    Folds = 6,

    /// <summary>The choices of a trial in a search for recipes.</summary>
    Sweep = 7,
}
