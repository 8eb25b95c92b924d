using System.Globalization;

namespace Tunesmith.Music.Abc;

/// <summary>
/// An exact fraction in lowest terms, for lengths and times in whole notes. Denominators go up to <see cref="MostDenominator"/>: what
/// would have a greater one is rounded, and a numerator that is out of range stays at its limit, so that no text makes either grow.
/// </summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    /// <summary>The greatest denominator.</summary>
    public const long MostDenominator = 1L << 30;

    private const long MostNumerator = 1L << 60;

    private readonly long _denominatorLessOne; // so that default is 0/1

    /// <summary>Makes a fraction.</summary>
    /// <param name="numerator">Any number.</param>
    /// <param name="denominator">1 or more.</param>
    public Fraction(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, Int128.One);
        Int128 divisor = Gcd(Int128.Abs(numerator), denominator);
        (numerator, denominator) = (numerator / divisor, denominator / divisor);
        if (denominator > MostDenominator)
        {
            // Whole part and rest apart, and the whole within its limit, so that no product is too large.
            (Int128 whole, Int128 rest) = Int128.DivRem(numerator, denominator);
            whole = Int128.Clamp(whole, -MostNumerator, MostNumerator);
            numerator = (whole * MostDenominator) + (((rest * MostDenominator) + (denominator / 2)) / denominator);
            divisor = Gcd(Int128.Abs(numerator), MostDenominator);
            (numerator, denominator) = (numerator / divisor, MostDenominator / divisor);
        }

        Numerator = (long)Int128.Clamp(numerator, -MostNumerator, MostNumerator);
        _denominatorLessOne = (long)denominator - 1;
    }

    /// <summary>What is divided.</summary>
    public long Numerator { get; }

    /// <summary>What it is divided by; 1 or more.</summary>
    public long Denominator => _denominatorLessOne + 1;

    /// <summary>One.</summary>
    public static Fraction One { get; } = new(1, 1);

    /// <summary>Ticks: <c>round(4 * ticksPerQuarter * value)</c>.</summary>
    public long Ticks(int ticksPerQuarter)
    {
        Int128 scaled = (Int128)Numerator * 4 * ticksPerQuarter;
        return (long)(((2 * scaled) + Denominator) / (2 * Denominator));
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    public static Fraction operator +(Fraction left, Fraction right) => new(
        ((Int128)left.Numerator * right.Denominator) + ((Int128)right.Numerator * left.Denominator),
        (Int128)left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Numerator, right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new((Int128)left.Numerator * right.Numerator, (Int128)left.Denominator * right.Denominator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        while (b > long.MaxValue || (b > 0 && a > long.MaxValue))
        {
            (a, b) = (b, a % b);
        }

        return b == 0 ? a : GreatestDivisor.Of((long)a, (long)b); // the usual case by far, and many times faster
    }
}
