using System.Globalization;
using Tunesmith.Compute;

namespace Tunesmith.Benchmarks;

/// <summary>
/// Walks every float of the functions' ranges and tells the largest error of each, in units in the last place of the exact value, as
/// the platform has it in double. The tests walk a sample; docs/network.md states the figures.
/// </summary>
internal static class FunctionErrors
{
    private const int PerPiece = 1 << 20;

    /// <summary>Walks all functions; a minute or two.</summary>
    public static void Run(TextWriter output)
    {
        Walk("exp(x), x in -87..88", output, -87, 88, Math.Exp, Functions.Exp<Width1, float>);
        Walk("sigmoid(x), x in -87..100", output, -87, 100, x => 1 / (1 + Math.Exp(-x)), Functions.Sigmoid<Width1, float>);
        Walk("tanh(x), x in -100..100", output, -100, 100, Math.Tanh, Functions.Tanh<Width1, float>);
    }

    private static void Walk(string name, TextWriter output, float low, float high, Func<double, double> exact, Func<float, float> function)
    {
        (double Error, float At) largest = (0, 0);
        Lock gate = new();
        foreach ((float sign, float end) in new[] { (-1f, -low), (1f, high) })
        {
            int last = BitConverter.SingleToInt32Bits(end);
            Parallel.For(0, (last / PerPiece) + 1, piece =>
            {
                (double Error, float At) here = (0, 0);
                int to = (int)Math.Min(last, ((long)piece * PerPiece) + PerPiece - 1);
                for (int bits = piece * PerPiece; bits <= to; bits++)
                {
                    float x = sign * BitConverter.Int32BitsToSingle(bits);
                    double truth = exact(x);
                    double error = Math.Abs(function(x) - truth) / Math.ScaleB(1, Math.Max(-149, Math.ILogB(truth) - 23));
                    here = error > here.Error ? (error, x) : here;
                }

                lock (gate)
                {
                    largest = here.Error > largest.Error ? here : largest;
                }
            });
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-28} at most {largest.Error:0.000} ulp, at x = {largest.At:G9}"));
    }
}
