using Tunesmith.Compute;

namespace Tunesmith.Model;

/// <summary>The sizes of a network. Two are equal where all sizes are.</summary>
/// <param name="InputRows">How many rows the input table has.</param>
/// <param name="RowsPerStep">How many of them a step may have active.</param>
/// <param name="Hidden">H of each layer, the lowest first; each 1 to 4096.</param>
/// <param name="Outputs">How many outcomes are told apart.</param>
public sealed record NetworkShape(int InputRows, int RowsPerStep, IReadOnlyList<int> Hidden, int Outputs)
{
    /// <summary>H of each layer, the lowest first; each 1 to 4096.</summary>
    public IReadOnlyList<int> Hidden { get; init => field = ValueList.Of(value); } = ValueList.Of(Hidden);

    /// <summary>The largest size of a layer.</summary>
    public const int LargestHidden = 4096;

    /// <summary>The most layers.</summary>
    public const int MostLayers = 8;

    /// <summary>Whether the rows of a step also feed the logits directly, through a table of their own. The default is false.</summary>
    public bool Skip { get; init; }

    /// <summary>
    /// How many of the outputs, the last, are copies: each points to a token, to which its probability is added. The default is 0.
    /// </summary>
    public int Copies { get; init; }

    /// <summary>
    /// How many rows the table of the copies' scores has. The default is 0: the copies have no scores beside their logits.
    /// </summary>
    public int EvidenceRows { get; init; }

    /// <summary>
    /// The number of weights: for each layer <c>(below + H + 1) 4H</c>, and <c>(H + 1) outputs</c> of the last; with
    /// <see cref="Skip"/>, <c>InputRows outputs</c> more, and <see cref="EvidenceRows"/>.
    /// </summary>
    public long ParameterCount
    {
        get
        {
            long count = 0;
            long below = InputRows;
            foreach (int hidden in Hidden)
            {
                count += (below + hidden + 1) * 4 * hidden;
                below = hidden;
            }

            return count + ((below + 1 + (Skip ? InputRows : 0)) * Outputs) + EvidenceRows;
        }
    }

    /// <summary>H of a layer with its padding.</summary>
    internal int PaddedHidden(int layer) => VectorWidth.Pad(Hidden[layer]);

    /// <summary>Throws where a size makes no sense.</summary>
    /// <exception cref="ArgumentException">A size is out of range; the message says which.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(InputRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RowsPerStep, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Outputs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Copies);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Copies, Outputs);
        ArgumentOutOfRangeException.ThrowIfNegative(EvidenceRows);
        if (EvidenceRows > 0 && Copies == 0)
        {
            throw new ArgumentException($"Expected no evidence where there are no copies, found {EvidenceRows} rows of it.");
        }

        if (Hidden.Count is < 1 or > MostLayers || Hidden.Any(hidden => hidden is < 1 or > LargestHidden))
        {
            throw new ArgumentException(
                $"Expected 1 to {MostLayers} layers of 1 to {LargestHidden} units, found [{string.Join(", ", Hidden)}].");
        }
    }
}
