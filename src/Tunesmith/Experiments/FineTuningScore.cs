using Tunesmith.Evaluation;
using static System.FormattableString;

namespace Tunesmith.Experiments;

/// <summary>A model before and after, on the same steps.</summary>
/// <param name="Which">What the songs are to it.</param>
/// <param name="Songs">How many they are.</param>
/// <param name="Before">The score before.</param>
/// <param name="After">The score after.</param>
public sealed record FineTuningScore(JudgedSongs Which, int Songs, HeldOutScore Before, HeldOutScore After)
{
    /// <summary>Less than this, in nats a step, is neither won nor lost.</summary>
    private const double Least = 0.0005;

    /// <summary><c>Before - After</c> in nats a step: above 0 where it has become better.</summary>
    public double Gain => (Before.NatsPerStep - After.NatsPerStep) ?? 0;

    /// <summary>How many the songs are, and what they are to the model, such as <c>15 songs held out</c>.</summary>
    public string SongsInWords => Invariant($"{Songs:N0} song{(Songs == 1 ? "" : "s")}") + Which switch
    {
        JudgedSongs.HeldOut => " held out",
        JudgedSongs.Learned => ", all learned from",
        _ => ", not those of its training",
    };

    private string GainInWords
    {
        get
        {
            string nats = Invariant($"{Math.Abs(Gain):0.000} nats a step");
            return Before.MoveAccuracy is { } before && After.MoveAccuracy is { } after
                ? nats + Invariant($" (of 100 moves {100 * after:0}, before {100 * before:0})")
                : nats;
        }
    }

    /// <summary>The gain with what it means, and how much it is where it is worth telling.</summary>
    /// <param name="better">What a gain means.</param>
    /// <param name="worse">What a loss means.</param>
    /// <param name="same">What neither means.</param>
    internal string ChangeInWords(string better, string worse, string same) =>
        Gain > Least ? $"{better}, by {GainInWords}"
        : Gain < -Least ? $"{worse}, by {GainInWords}"
        : same;
}
