namespace Tunesmith.MidiPeers;

/// <summary>Somebody who reads a set of files, and how long each pass over them took.</summary>
/// <param name="job">What is done, and by whom.</param>
/// <param name="files">The files that are read.</param>
/// <param name="turn">Does the job for some time, and says how many seconds each pass took.</param>
internal sealed class Contender(string job, FileSet files, Func<TimeSpan, IEnumerable<double>> turn)
{
    private readonly List<double> _seconds = [];

    /// <summary>What is done, and by whom.</summary>
    public string Job => job;

    /// <summary>The files that are read.</summary>
    public FileSet Files => files;

    /// <summary>The shortest time of a pass, in seconds.</summary>
    public double Best => _seconds.Min();

    /// <summary>The median time of a pass, in seconds.</summary>
    public double Median => _seconds.Order().ElementAt(_seconds.Count / 2);

    /// <summary>Lets contenders take turns, so that whatever else the machine does strikes all of them alike.</summary>
    /// <param name="contenders">Who takes part.</param>
    /// <param name="rounds">How many turns each has.</param>
    /// <param name="turn">How long a turn is at the least.</param>
    public static void TakeTurns(IReadOnlyList<Contender> contenders, int rounds, TimeSpan turn)
    {
        foreach (Contender contender in contenders)
        {
            _ = contender.Do(4 * turn).Count(); // until compilers have made their best of the code
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Contender contender in contenders)
            {
                contender.TakeTurn(turn);
            }
        }
    }

    private void TakeTurn(TimeSpan atLeast)
    {
        GC.Collect(); // what the one before left is not this one's to clear away
        _seconds.AddRange(Do(atLeast));
    }

    private IEnumerable<double> Do(TimeSpan atLeast) => turn(atLeast);
}
