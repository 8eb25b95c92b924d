using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;

namespace Tunesmith.Experiments;

/// <summary>What is composed to stand beside a corpus.</summary>
public sealed record StatisticsComparisonOptions
{
    /// <summary>The most songs.</summary>
    public const int MostSongs = 10_000;

    /// <summary>The most steps of a song, however long those of the corpus are.</summary>
    internal const int MostSteps = 2_048;

    /// <summary>How many songs to compose; 1 to 10,000. The default is 32.</summary>
    public int Songs { get; init; } = 32;

    /// <summary>What fixes the primers and the draws: song i takes the seed plus i. The default is 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The temperature; 0 to 100. The default is 1.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>How many threads compose; 1 or more. The numbers do not depend on it. The default is one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    internal CompositionOptions Composing(int steps) => new()
    {
        Steps = steps,
        Seed = Seed,
        Sampling = Temperature == 1 ? [] : [new TemperatureStep(Temperature)],
    };
}
