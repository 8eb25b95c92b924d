using System.Diagnostics;

namespace Tunesmith.Peers.Measuring;

/// <summary>One engine at one job, and how long its steps took.</summary>
/// <param name="prepare">Called before each of its turns, untimed.</param>
/// <param name="run">Does some steps.</param>
/// <param name="steps">How many steps one call of <paramref name="run"/> does.</param>
internal sealed class Contender(Action prepare, Action run, int steps)
{
    private readonly List<double> _milliseconds = [];

    /// <summary>The shortest time of a step, in milliseconds.</summary>
    public double Best => _milliseconds.Min();

    /// <summary>The median time of a step, in milliseconds.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. _milliseconds.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>A contender that needs no preparation.</summary>
    public static Contender Ours(Action run, int steps = 1) => new(static () => { }, run, steps);

    /// <summary>
    /// Lets contenders take turns, so that whatever else the machine does strikes all of them alike. Each turn begins with a call that is
    /// not counted, which lets threads of the one before fall asleep and brings this one's data back into the caches.
    /// </summary>
    /// <param name="contenders">Who takes part.</param>
    /// <param name="rounds">How many turns each has.</param>
    /// <param name="turn">How long a turn is at the least.</param>
    public static void TakeTurns(IReadOnlyList<Contender> contenders, int rounds, TimeSpan turn)
    {
        foreach (Contender contender in contenders)
        {
            contender.WarmUp(2 * turn);
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Contender contender in contenders)
            {
                contender.TakeTurn(turn);
            }
        }
    }

    /// <summary>Runs until the just-in-time compiler has made its best of the code.</summary>
    private void WarmUp(TimeSpan atLeast)
    {
        prepare();
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < atLeast;)
        {
            run();
        }
    }

    private void TakeTurn(TimeSpan turn)
    {
        prepare();
        run();
        long start = Stopwatch.GetTimestamp();
        do
        {
            long before = Stopwatch.GetTimestamp();
            run();
            _milliseconds.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds / steps);
        }
        while (Stopwatch.GetElapsedTime(start) < turn);
    }
}
