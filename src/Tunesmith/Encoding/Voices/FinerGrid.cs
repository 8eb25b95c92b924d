using Tunesmith.Music;

namespace Tunesmith.Encoding.Voices;

/// <summary>
/// Finds a grid on which no note of a song is crowded out (<see cref="HeardVoice.Crowded"/> is 0): on which notes that begin in one step
/// all sound together at some time.
/// </summary>
internal static class FinerGrid
{
    private static readonly int[] Grids = [6, 8, 12, 16, 24, 48];

    /// <summary>The coarsest of 6, 8, 12, 16, 24 and 48 steps a quarter that is fine enough and not too fine for the song.</summary>
    /// <param name="score">A song that has the voice.</param>
    /// <param name="voice">The voice that is heard.</param>
    /// <param name="grid">The grid that is too coarse, in steps a quarter; only finer ones are tried.</param>
    /// <returns>Steps a quarter; null where none will do.</returns>
    public static int? Of(Score score, MelodyVoice voice, int grid)
    {
        VoiceNotes heard = VoiceNotes.Of(score, voice);
        long end = heard.Notes.Max(note => note.End);
        List<Note> tops = Skyline.TopsOf(heard.Notes.OrderBy(note => note.Onset), heard.Voice.Kind == MelodyVoiceKind.Lowest);
        foreach (int finer in Grids.Where(finer => finer > grid))
        {
            StepGrid steps = new(finer);
            if (steps.StepOf(end, score.TicksPerQuarter) >= MelodyEncoding.MaxSteps)
            {
                return null;
            }

            if (TellsApart(steps, tops, score.TicksPerQuarter))
            {
                return finer;
            }
        }

        // What is over may be under another note all the same: the finest grid is looked at note by note.
        bool isEnough = grid < StepGrid.Finest && Encodings.Melody(voice, StepGrid.Finest).VoiceOf(score)!.Crowded == 0;
        return isEnough ? StepGrid.Finest : null;
    }

    private static bool TellsApart(StepGrid grid, List<Note> tops, int ticksPerQuarter)
    {
        long step = long.MinValue;
        long firstEnd = 0; // of the notes that begin in the step
        foreach (Note note in tops)
        {
            long own = grid.StepOf(note.Onset, ticksPerQuarter);
            if (own == step && firstEnd <= note.Onset)
            {
                return false;
            }

            firstEnd = own == step ? Math.Min(firstEnd, note.End) : note.End;
            step = own;
        }

        return true;
    }
}
