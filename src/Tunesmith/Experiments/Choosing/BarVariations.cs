using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Variations;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Experiments.Choosing;

/// <summary>
/// Composes some bars of a song anew in many drafts, and ranks these by how well they lead into what follows
/// (<see cref="VariedDraft.Score"/>).
/// </summary>
public static class BarVariations
{
    /// <summary>How many bars of what follows are looked at, at most: 4.</summary>
    internal const int BarsAfter = 4;

    /// <summary>How much a draft's own likelihood weighs against that of what follows: a quarter.</summary>
    internal const double OwnWeight = 0.25;

    /// <summary>
    /// Composes drafts and ranks them: first those that differ from the song as it was, then the highest score first, and of equals the
    /// first. Drafts with the same notes are one.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="options">How to compose; draft d takes the seed plus d, and their steps are those of the bars.</param>
    /// <param name="drafts">How many drafts; 1 or more.</param>
    /// <param name="threads">How many threads work; 1 or more, null for all processors. Drafts do not depend on it.</param>
    /// <param name="cancellationToken">Stops it between two steps.</param>
    /// <returns>The drafts, best first; at least one.</returns>
    /// <exception cref="ConstraintException">
    /// The constraints cannot be met, or no draft meets them where it leads into what follows.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<VariedDraft> Compose(
        MelodyModel model,
        VariedBars bars,
        CompositionOptions options,
        int drafts = 64,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drafts, 1);
        Composer composer = new(model);
        options = options with { Steps = bars.Steps, Bars = null, CloseBar = false };
        Composition[] composed = [.. composer.ComposeMany([.. Enumerable.Repeat(bars.Primer, drafts)], options, threads, cancellationToken)
            .DistinctBy(draft => string.Join(' ', draft.Tokens.ToArray()))];
        Composition[] fitting = [.. composed.Where(draft => BarSeam.Holds(bars, draft))];
        if (fitting.Length == 0)
        {
            throw BarSeam.Failure(options.Constraints, drafts);
        }

        Melody[] songs = [.. fitting.Select(bars.HeardWith)];
        int begin = bars.First + bars.Lead;
        int end = begin + bars.Steps;
        int stop = end + bars.StepsAfter(BarsAfter);
        TokenSequence[] heard = [.. songs.Append(bars.Heard).Select(song => composer.Encoding.Encode(song.Take(stop)))];
        StepNats[] nats = StepNats.Of(
            new ModelPredictor(model),
            heard,
            composer.Encoding.RestToken,
            begin,
            threads ?? Environment.ProcessorCount,
            cancellationToken);
        double[] own = [.. nats.SkipLast(1).Select(draft => draft.Mean(begin, end) ?? 0)];
        double? asItWas = nats[^1].Mean(end, stop);
        double median = own.Order().ElementAt((own.Length - 1) / 2);
        return
        [
            .. fitting
                .Select((draft, number) =>
                {
                    double? after = nats[number].Mean(end, stop);
                    bool isNew = !bars.With(draft).Steps.SequenceEqual(bars.Song.Steps);
                    double score = -(after ?? 0) - (OwnWeight * Math.Abs(own[number] - median));
                    return new VariedDraft(draft, bars, after, own[number], score, isNew)
                    {
                        NatsAfterOriginal = asItWas,
                    };
                })
                .OrderByDescending(draft => draft.IsNew)
                .ThenByDescending(draft => draft.Score),
        ];
    }
}

/// <summary>Bars composed anew.</summary>
/// <param name="Draft">What was composed, after all that is before the bars.</param>
/// <param name="Bars">The bars.</param>
/// <param name="NatsAfter">
/// How unlikely the model holds what follows the bars, after the draft: mean nats a step over at most 4 bars;
/// null where nothing follows.
/// </param>
/// <param name="OwnNats">The same of the draft itself: mean nats a composed step, before constraints and temperature.</param>
/// <param name="Score">
/// <c>-NatsAfter - 0.25 * |OwnNats - m|</c>, where m is the median of all drafts' own: how well the draft leads into what follows,
/// less for one that is duller or wilder than the model usually writes there. Higher is better.
/// </param>
/// <param name="IsNew">Whether the song differs from what it was.</param>
public sealed record VariedDraft(Composition Draft, VariedBars Bars, double? NatsAfter, double OwnNats, double Score, bool IsNew)
{
    /// <summary>How unlikely the model holds what follows after the bars as they were; null where nothing follows.</summary>
    public double? NatsAfterOriginal { get; init; }

    /// <summary>The song's melody with the draft in it.</summary>
    public Melody Melody => Bars.With(Draft);
}
