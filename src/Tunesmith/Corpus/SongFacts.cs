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
        Pitch? lowest = null;
        Pitch? highest = null;
        foreach (Note note in score.Tracks.SelectMany(track => track.Notes))
        {
            notes++;
            lowest = lowest is { } low && low <= note.Pitch ? low : note.Pitch;
            highest = highest is { } high && high >= note.Pitch ? high : note.Pitch;
        }

        return new SongFacts(score.Tracks.Count, notes, score.Seconds, lowest, highest);
    }
}
