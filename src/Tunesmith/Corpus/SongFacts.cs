using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>What is in one song, all tracks taken together.</summary>
/// <param name="Tracks">How many tracks it has.</param>
/// <param name="Notes">How many notes they have.</param>
/// <param name="Seconds">How long it lasts, in seconds.</param>
/// <param name="Lowest">Its lowest pitch; null where it has no note.</param>
/// <param name="Highest">Its highest pitch; null where it has no note.</param>
public sealed record SongFacts(int Tracks, int Notes, double Seconds, Pitch? Lowest, Pitch? Highest)
{
    /// <summary>Collects the facts of a song.</summary>
    public static SongFacts Of(Score score)
    {
        int notes = 0;
        int lowest = Pitch.HighestNumber;
        int highest = Pitch.LowestNumber;
        foreach (ScoreTrack track in score.Tracks)
        {
            notes += track.Notes.Count;
            foreach (ref readonly Note note in track.NoteSpan)
            {
                lowest = Math.Min(lowest, note.Pitch.Number);
                highest = Math.Max(highest, note.Pitch.Number);
            }
        }

        return notes == 0
            ? new SongFacts(score.Tracks.Count, 0, score.Seconds, null, null)
            : new SongFacts(score.Tracks.Count, notes, score.Seconds, new Pitch(lowest), new Pitch(highest));
    }
}
