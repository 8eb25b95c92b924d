using Tunesmith.Compute;

namespace Tunesmith.Evaluation;

/// <summary>
/// How well some steps were predicted. It holds sums, so that the scores of songs and folds add up: a mean is over all steps together,
/// never a mean of means.
/// </summary>
public sealed record HeldOutScore
{
    /// <summary>n, the number of scored steps.</summary>
    public long Steps { get; init; }

    /// <summary><c>sum of -ln p</c>, p the probability given to the token that came, in nats.</summary>
    public double Nats { get; init; }

    /// <summary>At how many steps the token held likeliest came.</summary>
    public long Hits { get; init; }

    /// <summary>How many of the steps are moves; see <see cref="Encoding.MelodyEncoding.IsMove"/>.</summary>
    public long Moves { get; init; }

    /// <summary>At how many moves the token held likeliest came.</summary>
    public long MoveHits { get; init; }

    /// <summary>
    /// <c>Nats / Steps</c>: 0 for one who knows all, <c>ln V</c> for one who holds all V tokens equally likely; null without steps.
    /// </summary>
    public double? NatsPerStep => Steps == 0 ? null : Nats / Steps;

    /// <summary>
    /// <c>e^NatsPerStep</c>: among how many equally likely tokens one would have to guess to do as well; 1 or more, to seven digits. Null
    /// without steps.
    /// </summary>
    public double? Perplexity => NatsPerStep is { } nats ? Functions.Exp((float)nats) : null;

    /// <summary><c>Hits / Steps</c>, 0 to 1; null without steps.</summary>
    public double? Accuracy => Share(Hits, Steps);

    /// <summary><c>MoveHits / Moves</c>, 0 to 1; null without moves.</summary>
    public double? MoveAccuracy => Share(MoveHits, Moves);

    /// <summary>The score of all steps of several scores, added in their order.</summary>
    public static HeldOutScore Total(IEnumerable<HeldOutScore> scores) => scores.Aggregate(new HeldOutScore(), Add);

    private static HeldOutScore Add(HeldOutScore sum, HeldOutScore score) => new()
    {
        Steps = sum.Steps + score.Steps,
        Nats = sum.Nats + score.Nats,
        Hits = sum.Hits + score.Hits,
        Moves = sum.Moves + score.Moves,
        MoveHits = sum.MoveHits + score.MoveHits,
    };

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
