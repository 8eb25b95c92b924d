using Tunesmith.Music;

namespace Tunesmith.Composing.Variations;

/// <summary>
/// Some bars of a song that are composed anew, while the rest stays. What was before them is the primer; where nothing was, they begin as a
/// song from nothing does.
/// </summary>
public sealed class VariedBars
{
    /// <summary>Marks steps of a song.</summary>
    /// <param name="song">The song's melody.</param>
    /// <param name="first">The first step to compose; 0 to the song's length - 1.</param>
    /// <param name="steps">How many; 1 or more. They may go beyond the song's end, up to its last bar line.</param>
    /// <exception cref="ArgumentOutOfRangeException">The steps are not in the song.</exception>
    public VariedBars(Melody song, int first, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, song.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (Song, First, Steps) = (song, first, steps);
        Primer = LikeSong(song.Steps[..first]);
    }

    /// <summary>The song's melody as it was.</summary>
    public Melody Song { get; }

    /// <summary>The first step to compose.</summary>
    public int First { get; }

    /// <summary>How many steps are composed.</summary>
    public int Steps { get; }

    /// <summary>The step after the last to compose.</summary>
    public int End => First + Steps;

    /// <summary>What a draft begins with: all that is before the bars, with the meters of the whole song.</summary>
    public Melody Primer { get; }

    /// <summary>Whether nothing is before the bars.</summary>
    public bool IsFromNothing => First == 0;

    /// <summary>The bars of a song.</summary>
    /// <param name="song">The song's melody.</param>
    /// <param name="firstBar">The first bar, from 1; an upbeat is bar 1.</param>
    /// <param name="lastBar">The last bar, no less; those after the song's last do not count.</param>
    /// <returns>The bars; null where the song has not the first.</returns>
    public static VariedBars? Of(Melody song, int firstBar, int lastBar)
    {
        int first = 0;
        while (first < song.Length && BarOf(song, first) < firstBar)
        {
            first++;
        }

        int end = first;
        while (end < song.Length && BarOf(song, end) <= lastBar)
        {
            end++;
        }

        if (end > first && end == song.Length && song.PositionAt(end) is { Offset: > 0 } position)
        {
            end += position.Length - position.Offset;
        }

        return end > first ? new VariedBars(song, first, end - first) : null;
    }

    /// <summary>How many bars a song has; an upbeat is bar 1.</summary>
    public static int CountBars(Melody song) => song.Length == 0 ? 0 : BarOf(song, song.Length - 1);

    /// <summary>The song's melody with a draft in its bars.</summary>
    /// <param name="draft">What was composed after <see cref="Primer"/>, in as many steps.</param>
    /// <remarks>
    /// A note of the bars that reached beyond them goes with them: in its place the last note of the draft is held on, or its rest goes on.
    /// </remarks>
    public Melody With(Composition draft)
    {
        ReadOnlySpan<MelodyStep> composed = draft.Melody.Steps[..End];
        MelodyStep[] steps = [.. composed, .. Song.Steps[Math.Min(End, Song.Length)..]];
        MelodyStep last = composed[^1].Pitch is { } pitch ? MelodyStep.Hold(pitch) : MelodyStep.Rest;
        for (int step = End; step < steps.Length && steps[step] is { IsRest: false, IsOnset: false }; step++)
        {
            steps[step] = last;
        }

        return LikeSong(steps);
    }

    /// <summary>The song with a draft in its bars: all but the notes of the heard voice in these bars stays as it is.</summary>
    /// <param name="score">The song that <see cref="Song"/> was heard in.</param>
    /// <param name="draft">What was composed after <see cref="Primer"/>, in as many steps.</param>
    /// <exception cref="ArgumentException">The encoding hears no voice, but all notes together.</exception>
    public Score With(Score score, Composition draft) => new VoiceSplice(score, draft.Encoding, Song).With(With(draft), First, End);

    /// <summary>How many steps the model hears before the song: one where nothing is before the bars.</summary>
    internal int Lead => IsFromNothing ? 1 : 0;

    /// <summary>The song as it was, as the model hears it.</summary>
    internal Melody Heard => HeardAs(Song);

    /// <summary>The same as <see cref="With(Composition)"/> as the model hears it: what it composed stands after the primer.</summary>
    internal Melody HeardWith(Composition draft) => HeardAs(With(draft));

    /// <summary>How many steps there are after the bars, up to a number of bars.</summary>
    internal int StepsAfter(int bars)
    {
        int end = Math.Min(End, Song.Length);
        int stop = end;
        while (stop < Song.Length && BarOf(Song, stop) < BarOf(Song, end) + bars)
        {
            stop++;
        }

        return stop - end;
    }

    private static int BarOf(Melody song, int step) => song.Meters.BarAt(step, song.StepsPerQuarter);

    private Melody HeardAs(Melody song) => IsFromNothing ? SongBeginning.AfterSilence(song) : song;

    private Melody LikeSong(ReadOnlySpan<MelodyStep> steps) => new(steps, Song.StepsPerQuarter, Song.Tempos, Song.Meters);
}
