namespace Tunesmith.Compute;

/// <content>Functions of one double at a time, to about 1e-15: for sound, scores and statistics.</content>
internal static partial class Functions
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Ln2Upper = 0.693147180369123816490; // its low 32 bits are 0, so that n times it is exact
    private const double Ln2Lower = 1.90821492927058770002e-10;

    /// <summary><c>e^x</c>, x clamped to -700..700.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        double n = Math.Floor((x / Ln2) + 0.5);
        double r = x - (n * Ln2Upper) - (n * Ln2Lower);
        double series = 1;
        for (int degree = 14; degree > 0; degree--)
        {
            series = 1 + (r * series / degree);
        }

        return series * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }

    /// <summary>
    /// The natural logarithm: <c>ln x = e ln 2 + 2 (s + s^3/3 + s^5/5 + ...)</c> with <c>x = m 2^e</c>, m in sqrt(1/2)..sqrt(2) and
    /// <c>s = (m - 1) / (m + 1)</c>. Negative infinity at 0, not-a-number below.
    /// </summary>
    public static double Log(double x)
    {
        if (!(x > 0) || !double.IsFinite(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        int shift = 0;
        if (!double.IsNormal(x))
        {
            x *= 18014398509481984.0; // 2^54
            shift = 54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1022;
        double m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FE0000000000000); // 0.5 <= m < 1
        if (m < 0.70710678118654752)
        {
            m += m;
            exponent--;
        }

        double s = (m - 1) / (m + 1);
        double square = s * s;
        double series = 1.0 / 23;
        series = (series * square) + (1.0 / 21);
        series = (series * square) + (1.0 / 19);
        series = (series * square) + (1.0 / 17);
        series = (series * square) + (1.0 / 15);
        series = (series * square) + (1.0 / 13);
        series = (series * square) + (1.0 / 11);
        series = (series * square) + (1.0 / 9);
        series = (series * square) + (1.0 / 7);
        series = (series * square) + (1.0 / 5);
        series = (series * square) + (1.0 / 3);
        series = (series * square) + 1.0;

        return ((exponent - shift) * Ln2) + (2 * s * series);
    }

    /// <summary><c>a^b = e^(b ln a)</c> for a above 0; 0 where a is 0.</summary>
    public static double Power(double a, double b) => a == 0 ? 0 : Exp(b * Log(a));

    /// <summary>The sine and cosine of an angle in turns: <c>sin(2 pi x)</c> and <c>cos(2 pi x)</c>.</summary>
    /// <param name="turns">The angle; any number below 2^50 either way.</param>
    public static (double Sine, double Cosine) SineAndCosine(double turns)
    {
        double turn = turns - Math.Floor(turns + 0.5);
        double quarter = Math.Floor((4 * turn) + 0.5); // -2 to 2
        double x = 2 * Math.PI * (turn - (quarter / 4)); // at most an eighth of a turn either way
        double square = x * x;
        double sine = 1;
        double cosine = 1;
        for (int degree = 16; degree > 0; degree -= 2)
        {
            sine = 1 - (square * sine / (degree * (degree + 1)));
            cosine = 1 - (square * cosine / (degree * (degree - 1)));
        }

        sine *= x;
        return (int)quarter switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            -1 => (-cosine, sine),
            _ => (-sine, -cosine),
        };
    }
}
