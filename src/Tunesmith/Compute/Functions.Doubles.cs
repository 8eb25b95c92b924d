namespace Tunesmith.Compute;

/// <summary>The functions that sound needs of one number at a time, to about 1e-15.</summary>
internal static partial class Functions
{
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
