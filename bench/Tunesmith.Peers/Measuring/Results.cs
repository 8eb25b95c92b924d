using System.Text.Json.Serialization;
using Tunesmith.Compute;

namespace Tunesmith.Peers.Measuring;

/// <summary>What one run measured.</summary>
internal sealed record Results
{
    /// <summary>The vector width of our engine, in bits.</summary>
    public int VectorBits { get; } = VectorWidth.Bits;

    /// <summary>How many threads both engines used, where nothing else is said.</summary>
    public required int Threads { get; init; }

    /// <summary>libtorch's version.</summary>
    public required string TorchVersion { get; init; }

    /// <summary>
    /// Whether something else kept the machine busy: all threads together multiplied less than 1.6 times as fast as one alone. Times on
    /// more than one thread then mean little.
    /// </summary>
    public bool Disturbed { get; set; }

    /// <summary>Jobs that both engines did.</summary>
    public List<Comparison> Comparisons { get; } = [];

    /// <summary>What our engine is measured against itself and the machine by.</summary>
    public List<Figure> Figures { get; } = [];
}

/// <summary>One job, on our engine and on TorchSharp. Times are of one step, in milliseconds.</summary>
/// <param name="Job">What was done.</param>
/// <param name="Ours">Our time.</param>
/// <param name="OursOneThread">Ours with one thread; null where there is no more than one to use.</param>
/// <param name="Peer">TorchSharp's with as many threads.</param>
/// <param name="PeerOneThread">TorchSharp's with one thread.</param>
/// <param name="Goal">How many times as fast ours should be; null where no goal is set.</param>
internal sealed record Comparison(string Job, Timing Ours, Timing? OursOneThread, Timing Peer, Timing PeerOneThread, double? Goal)
{
    /// <summary>
    /// Our time over what the job's unavoidable products take at our product's measured peak; null where that is not known.
    /// </summary>
    public double? OverUnavoidable { get; init; }

    /// <summary>How many times as fast ours is, by the best times; TorchSharp with the number of threads that suits it better.</summary>
    public double Ratio => Math.Min(Peer.Best, PeerOneThread.Best) / Ours.Best;

    /// <summary>The same by the median times.</summary>
    public double RatioOfMedians => Math.Min(Peer.Median, PeerOneThread.Median) / Ours.Median;

    /// <summary>Whether the goal is met; null where there is none.</summary>
    public bool? Met => Goal is { } goal ? Ratio >= goal : null;
}

/// <summary>The best and the median time of a step, in milliseconds.</summary>
internal readonly record struct Timing(double Best, double Median)
{
    /// <summary>A contender's times.</summary>
    public static Timing Of(Contender contender) => new(contender.Best, contender.Median);
}

/// <summary>One figure of our engine.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AtLeast">The least it should be; null where that is not the goal.</param>
/// <param name="AtMost">The most it should be; null where that is not the goal.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? AtLeast = null, double? AtMost = null)
{
    /// <summary>Whether the goal is met; null where there is none.</summary>
    public bool? Met => AtLeast is null && AtMost is null ? null : Value >= (AtLeast ?? Value) && Value <= (AtMost ?? Value);
}

/// <summary>JSON of results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Results))]
internal sealed partial class ResultsJson : JsonSerializerContext;
