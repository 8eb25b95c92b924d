using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>Begins songs under constraints side by side: each has a state of its own; those that begin alike share the tables.</summary>
internal static class ConstrainedSongs
{
    /// <summary>Begins the songs.</summary>
    /// <param name="encoding">What tokens mean.</param>
    /// <param name="outcomes">How many of them the model composes.</param>
    /// <param name="primers">What each song begins with.</param>
    /// <param name="options">How many steps, and the constraints.</param>
    /// <returns>A song for each primer; nulls where there are no constraints.</returns>
    /// <exception cref="ArgumentException">A rhythm has too few steps, or another grid than the encoding.</exception>
    /// <exception cref="ConstraintException">The constraints cannot be met.</exception>
    public static ConstrainedSong?[] Begin(
        MelodyEncoding encoding, int outcomes, IReadOnlyList<Melody> primers, CompositionOptions options)
    {
        ConstrainedSong?[] songs = new ConstrainedSong?[primers.Count];
        if (options.Constraints.Count == 0)
        {
            return songs;
        }

        List<SongPlan> plans = [];
        for (int song = 0; song < songs.Length; song++)
        {
            // As the encoding has it: in some, a pitch struck again goes on.
            Melody primer = encoding.Decode(encoding.Encode(primers[song]).Tokens, primers[song]);
            SongPlan? plan = plans.Find(known => BeginsAlike(known.Primer, primer));
            if (plan is null)
            {
                plan = new SongPlan(encoding, outcomes, primer, options.Steps, options.Constraints);
                plans.Add(plan);
                bool? canBegin = new ConstrainedSong(plan).CanBegin();
                if (canBegin != true)
                {
                    throw new ConstraintConflict(encoding, outcomes, primer, options.Steps)
                        .Explain(options.Constraints, canBegin is not null);
                }
            }

            songs[song] = new ConstrainedSong(plan);
        }

        return songs;
    }

    private static bool BeginsAlike(Melody one, Melody other) =>
        ReferenceEquals(one, other)
        || (one.Steps.SequenceEqual(other.Steps) && one.Meters.Changes.SequenceEqual(other.Meters.Changes));
}
