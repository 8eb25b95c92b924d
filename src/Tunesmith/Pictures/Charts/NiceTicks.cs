namespace Tunesmith.Pictures.Charts;

/// <summary>Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
/// <param name="First">The least, no greater than what it was made for.</param>
/// <param name="Step">From one to the next; above 0.</param>
/// <param name="Count">How many there are; at least 2.</param>
internal readonly record struct NiceTicks(double First, double Step, int Count)
{
    private const double Greatest = 1e300; // far enough from the end of all numbers that differences and multiples stay finite

    /// <summary>The greatest.</summary>
    public double Last => At(Count - 1);

    /// <summary>The numbers in order.</summary>
    public IEnumerable<double> Values
    {
        get
        {
            for (int index = 0; index < Count; index++)
            {
                yield return At(index);
            }
        }
    }

    /// <summary>How many digits after the point tell them apart.</summary>
    public int Decimals
    {
        get
        {
            int decimals = 0;
            for (double step = Step; decimals < 12 && Math.Abs(step - Math.Round(step)) > 1e-6 * step; step *= 10)
            {
                decimals++;
            }

            return decimals;
        }
    }

    /// <summary>A number as it is drawn: the nearest from -1e300 to 1e300.</summary>
    /// <param name="number">A finite number.</param>
    public static double Within(double number) => Math.Clamp(number, -Greatest, Greatest);

    /// <summary>
    /// The ticks around a range, <see cref="Within"/> what can be drawn: the first not above its least and the last not below its greatest
    /// number.
    /// </summary>
    /// <param name="least">The least number, finite.</param>
    /// <param name="greatest">The greatest, finite.</param>
    /// <param name="most">About the most steps wanted; 1 or more.</param>
    public static NiceTicks Around(double least, double greatest, int most)
    {
        (least, greatest) = (Within(least), Within(greatest));
        if (!(greatest > least))
        {
            double around = least == 0 ? 1 : Math.Abs(least) / 2;
            (least, greatest) = (least - around, least + around);
        }

        double step = Above((greatest - least) / most);
        double first = Math.Floor((least / step) + 1e-9);
        double last = Math.Ceiling((greatest / step) - 1e-9);
        return new NiceTicks(first * step, step, Math.Max(2, (int)(last - first) + 1));
    }

    /// <summary>The least of 1, 2, 5, 10 and so on, and 0.5, 0.2 and so on, that is not below a number.</summary>
    private static double Above(double number)
    {
        double power = 1;
        while (power > number && power > 1e-300)
        {
            power /= 10;
        }

        while (power * 10 <= number)
        {
            power *= 10;
        }

        return number <= power ? power : number <= 2 * power ? 2 * power : number <= 5 * power ? 5 * power : 10 * power;
    }

    private double At(int index) => First + (index * Step);
}
