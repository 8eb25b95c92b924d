using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>What one channel of one track of a song plays. A track without notes is one part without a channel.</summary>
/// <param name="Track">The track, counted from 0.</param>
/// <param name="Name">The track's name; empty where it has none.</param>
/// <param name="Channel">The MIDI channel, 0 to 15; null where the track has no notes.</param>
/// <param name="Programs">The General MIDI programs chosen for the channel in this track, each once, in order; 0 to 127.</param>
/// <param name="Notes">How many notes there are.</param>
/// <param name="Lowest">The lowest; null where there is none.</param>
/// <param name="Highest">The highest; null where there is none.</param>
internal sealed record SongPart(int Track, string Name, int? Channel, IReadOnlyList<int> Programs, int Notes, Pitch? Lowest, Pitch? Highest)
{
    /// <summary>The parts of a song, by track and channel.</summary>
    public static IEnumerable<SongPart> Of(Score score)
    {
        for (int track = 0; track < score.Tracks.Count; track++)
        {
            ScoreTrack from = score.Tracks[track];
            if (from.Notes.Count == 0)
            {
                yield return new SongPart(track, from.Name, null, ProgramsOf(from.Programs), 0, null, null);
            }

            foreach (IGrouping<int, Note> notes in from.Notes.GroupBy(note => note.Channel).OrderBy(group => group.Key))
            {
                yield return new SongPart(
                    track,
                    from.Name,
                    notes.Key,
                    ProgramsOf(from.Programs.Where(change => change.Channel == notes.Key)),
                    notes.Count(),
                    notes.Min(note => note.Pitch),
                    notes.Max(note => note.Pitch));
            }
        }
    }

    private static int[] ProgramsOf(IEnumerable<ProgramChange> changes) => [.. changes.Select(change => change.Program).Distinct()];
}
