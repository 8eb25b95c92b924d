using System.Globalization;

namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// The copy sources by name: <c>hold</c>, <c>bars N</c>, <c>figure</c>, <c>pitch</c> and <c>sequence N</c>, N in bars by halves.
/// </summary>
public static class CopySources
{
    /// <summary>The most bars that a source looks back.</summary>
    public const double MostBars = 64;

    /// <summary>The source of a name.</summary>
    /// <exception cref="ArgumentException">No source has the name; the message says what there is.</exception>
    public static CopySource ByName(string? name) => name switch
    {
        HoldSource.SourceName => new HoldSource(),
        FigureSource.SourceName => new FigureSource(),
        PitchSource.SourceName => new PitchSource(),
        { } when TryBars(name, BarsSource.SourceName, out int halves) => new BarsSource(halves),
        { } when TryBars(name, SequenceSource.SourceName, out int halves) => new SequenceSource(halves),
        _ => throw new ArgumentException(
            $"Expected copies among: hold, figure, pitch, \"bars N\", \"sequence N\" with N of 0.5 to {MostBars} bars by halves; "
            + $"found \"{name}\"."),
    };

    internal static string NameOf(string kind, int halfBars) => string.Create(CultureInfo.InvariantCulture, $"{kind} {halfBars / 2.0}");

    private static bool TryBars(string name, string kind, out int halves)
    {
        halves = 0;
        if (!name.StartsWith(kind + " ", StringComparison.Ordinal)
            || !double.TryParse(name.AsSpan(kind.Length + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double bars)
            || !(bars is >= 0.5 and <= MostBars))
        {
            return false;
        }

        halves = (int)(bars * 2);
        return halves == bars * 2;
    }
}

/// <summary>Proposes that what is goes on. Agreement: the steps that it has gone on already.</summary>
public sealed class HoldSource : CopySource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "hold";

    /// <inheritdoc/>
    public override string Name => SourceName;

    /// <inheritdoc/>
    public override Proposal Propose(Past past) => new(past.Continuation, Math.Min(past.LengthOf(past.Events - 1) - 1, MostAgreement));
}

/// <summary>
/// Proposes what stood some bars ago, a bar being as long as the one of the step to be predicted. Agreement: the steps for which now and
/// then have been the same.
/// </summary>
/// <param name="halfBars">How far back, in half bars; 1 or more.</param>
public sealed class BarsSource(int halfBars) : CopySource
{
    /// <summary>The beginning of the source's name.</summary>
    public const string SourceName = "bars";

    /// <inheritdoc/>
    public override string Name => CopySources.NameOf(SourceName, halfBars);

    /// <inheritdoc/>
    public override Proposal Propose(Past past) => Step(past, halfBars) is { } step
        ? new Proposal(past.Tokens[step], past.Agreement(step, MostAgreement))
        : Proposal.None;

    /// <summary>
    /// The step so many half bars before the one to be predicted, or null where that is before the song or between two steps.
    /// </summary>
    internal static int? Step(Past past, int halfBars)
    {
        long halfSteps = (long)halfBars * past.NextPosition.Length;
        long step = past.Length - (halfSteps / 2);
        return halfSteps % 2 == 0 && step >= 0 && step < past.Length ? (int)step : null;
    }
}

/// <summary>
/// Proposes what stood some bars ago, moved by as many semitones as what sounds now is above what sounded then: a melody's sequence.
/// Agreement: the steps for which now has been then, so moved. Where both are the same pitch, or one is a rest, it proposes nothing, nor a
/// pitch that the song has not had yet: a real sequence stays in the key, and one that goes on and on would climb out of every voice.
/// </summary>
/// <param name="halfBars">How far back, in half bars; 1 or more.</param>
public sealed class SequenceSource(int halfBars) : CopySource
{
    /// <summary>The beginning of the source's name.</summary>
    public const string SourceName = "sequence";

    /// <inheritdoc/>
    public override string Name => CopySources.NameOf(SourceName, halfBars);

    /// <inheritdoc/>
    public override Proposal Propose(Past past)
    {
        if (BarsSource.Step(past, halfBars) is not (> 0 and { } step) || Interval(past, step - 1) is not { } semitones)
        {
            return Proposal.None;
        }

        int token = past.Moved(past.Tokens[step], semitones);
        bool isNew = token < 0 || (past.Encoding.PitchOf(token) is not null && !past.HasHeard(token));
        return isNew ? Proposal.None : new Proposal(token, past.Agreement(step, MostAgreement, semitones));
    }

    private static int? Interval(Past past, int then)
    {
        int? now = past.Encoding.PitchOf(past.TokenOf(past.Events - 1))?.Number;
        int? before = past.Encoding.PitchOf(past.TokenOf(past.EventAt(then)))?.Number;
        return now - before is { } semitones and not 0 ? semitones : null;
    }
}
