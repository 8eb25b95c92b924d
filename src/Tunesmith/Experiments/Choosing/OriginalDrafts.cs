using Tunesmith.Analysis.Originality;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Music;

namespace Tunesmith.Experiments.Choosing;

/// <summary>
/// Composes songs anew until they are original enough: until what was composed is more alike than fewer than so many of 100 real songs.
/// </summary>
/// <remarks>
/// A draft is a seed. Draft d of song i, counted from 0, takes the seed <c>S + i + d * 2^32</c> modulo 2^64; so a song whose first draft
/// will do is the one that would have been composed without all this, and every song is composed again by its own seed alone.
/// </remarks>
public static class OriginalDrafts
{
    /// <summary>The most drafts of a song: 100.</summary>
    internal const int Most = 100;

    private const int MostAtOnce = 64;

    /// <summary>Composes songs. Of each the first draft that is original enough is taken; where none is, the one that is most so.</summary>
    /// <param name="composer">What composes.</param>
    /// <param name="primers">What each song begins with.</param>
    /// <param name="options">How to compose; the seed is that of the first draft of the first song.</param>
    /// <param name="index">The real songs, heard as the composer's model hears.</param>
    /// <param name="below">What the percentile (<see cref="OriginalityStanding.Percentile"/>) must be below; above 0, at most 100.</param>
    /// <param name="threads">How many threads compose; 1 or more, null for all processors. Songs do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The percentile is out of range, or a primer is not what composing takes.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public static IReadOnlyList<OriginalDraft> Compose(
        Composer composer,
        IReadOnlyList<Melody> primers,
        CompositionOptions options,
        OriginalityIndex index,
        double below,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(below, 100);
        OriginalDraft?[] best = new OriginalDraft?[primers.Count];
        int atOnce = 1;
        for (int first = 0; first < Most; first += atOnce, atOnce = first)
        {
            int[] open = [.. Enumerable.Range(0, best.Length).Where(song => best[song] is not { IsOriginal: true })];
            if (open.Length == 0)
            {
                break;
            }

            // First one of each, then always as many as there were before: no draft is waited for that many songs need.
            atOnce = Math.Min(Most - first, Math.Clamp(MostAtOnce / open.Length, 1, atOnce));
            (int Song, int Draft)[] drafts = [.. open.SelectMany(song => Enumerable.Range(first, atOnce).Select(draft => (song, draft)))];
            IReadOnlyList<Composition> songs = composer.ComposeMany(
                [.. drafts.Select(draft => primers[draft.Song])],
                [.. drafts.Select(draft => SeedOf(options.Seed, draft.Song, draft.Draft))],
                options,
                threads,
                cancellationToken);
            for (int number = 0; number < drafts.Length; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ref OriginalDraft? known = ref best[drafts[number].Song];
                if (known is not { IsOriginal: true })
                {
                    double? percentile = index.Measure(songs[number].Melody, songs[number].PrimerSteps).Standing.Percentile;
                    OriginalDraft draft = new(songs[number], drafts[number].Draft + 1, percentile, percentile < below);
                    known = known is null || draft.IsOriginal || percentile < (known.Percentile ?? double.MaxValue)
                        ? draft
                        : known with { Drafts = draft.Drafts };
                }
            }
        }

        return best!;
    }

    /// <summary>The seed of a draft: <c>first + song + draft * 2^32</c> modulo 2^64.</summary>
    /// <param name="first">The seed of the first draft of the first song.</param>
    /// <param name="song">The song, from 0.</param>
    /// <param name="draft">The draft, from 0.</param>
    public static ulong SeedOf(ulong first, int song, int draft) => unchecked(first + (ulong)song + ((ulong)draft << 32));
}

/// <summary>A song, and what it took to have it original.</summary>
/// <param name="Song">The song.</param>
/// <param name="Drafts">How many drafts were looked at, it and those after it in vain among them.</param>
/// <param name="Percentile">More alike than so many of 100 real songs; null where it has too few notes to judge.</param>
/// <param name="IsOriginal">Whether that is below what was asked for.</param>
public sealed record OriginalDraft(Composition Song, int Drafts, double? Percentile, bool IsOriginal);
