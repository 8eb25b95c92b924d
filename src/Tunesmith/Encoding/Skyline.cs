using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>
/// One voice out of many notes: at each step the highest (or lowest) note that sounds. A step strikes its pitch where a note of that pitch
/// starts, or where another pitch or nothing came before; else it holds. So a lower note never cuts a higher one short, and where the
/// higher one ends, a lower one that still sounds comes out from under it.
/// </summary>
internal sealed class Skyline
{
    private readonly GridNote[] _notes;
    private readonly bool _lowest;

    private Skyline(GridNote[] notes, int length, bool lowest)
    {
        _notes = notes;
        Length = length;
        _lowest = lowest;
    }

    /// <summary>How many steps there are, to the end of the last note.</summary>
    public int Length { get; }

    /// <summary>Puts notes on a grid: onset and end move to the nearest step, and a note lasts one step at the least.</summary>
    /// <param name="notes">At least one.</param>
    /// <param name="ticksPerQuarter">Ticks in a quarter of the song.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="lowest">Whether the lowest note is heard rather than the highest.</param>
    /// <exception cref="SongTooLongException">They take more than <see cref="MelodyEncoding.MaxSteps"/> steps.</exception>
    public static Skyline Of(IReadOnlyList<Note> notes, int ticksPerQuarter, StepGrid grid, bool lowest)
    {
        long length = notes.Max(note => Math.Max(StepOf(note.End), StepOf(note.Onset) + 1));
        if (length > MelodyEncoding.MaxSteps)
        {
            throw new SongTooLongException(length, MelodyEncoding.MaxSteps);
        }

        GridNote[] placed = new GridNote[notes.Count];
        for (int index = 0; index < placed.Length; index++)
        {
            int onset = (int)StepOf(notes[index].Onset);
            placed[index] = new GridNote(onset, Math.Max((int)StepOf(notes[index].End), onset + 1), notes[index]);
        }

        return new Skyline([.. placed.OrderBy(note => note.Note.Onset)], (int)length, lowest);

        long StepOf(long tick) => grid.StepOf(tick, ticksPerQuarter);
    }

    /// <summary>What is heard at each step.</summary>
    public MelodyStep[] Voice()
    {
        MelodyStep[] steps = new MelodyStep[Length];
        GridNote[] byEnd = [.. _notes.OrderBy(note => note.End)];
        int[] sounding = new int[Pitch.Highest + 1];
        UInt128 pitches = 0;
        int started = 0;
        int ended = 0;
        for (int step = 0; step < steps.Length; step++)
        {
            for (; ended < byEnd.Length && byEnd[ended].End == step; ended++)
            {
                int pitch = byEnd[ended].Note.Pitch.Number;
                pitches &= ~(--sounding[pitch] == 0 ? UInt128.One << pitch : 0);
            }

            UInt128 struck = 0;
            for (; started < _notes.Length && _notes[started].Onset == step; started++)
            {
                int pitch = _notes[started].Note.Pitch.Number;
                sounding[pitch]++;
                struck |= UInt128.One << pitch;
            }

            pitches |= struck;
            if (pitches != 0)
            {
                Pitch heard = new(_lowest ? (int)UInt128.TrailingZeroCount(pitches) : 127 - (int)UInt128.LeadingZeroCount(pitches));

                // A hold of what does not sound is an onset to a melody.
                steps[step] = (struck & (UInt128.One << heard.Number)) != 0 ? MelodyStep.Onset(heard) : MelodyStep.Hold(heard);
            }
        }

        return steps;
    }

    /// <summary>
    /// How many notes or chords give way in their step to the note that is heard there, though they sound before or after it and not with
    /// it: what a finer grid tells apart.
    /// </summary>
    public int CountCrowded()
    {
        MelodyStep[] voice = Voice();
        int crowded = 0;
        foreach (IGrouping<int, GridNote> step in _notes.GroupBy(note => note.Onset))
        {
            Pitch? heard = voice[step.Key].Pitch;
            Note[] tops = [.. step.Select(note => note.Note).GroupBy(note => note.Onset, (_, chord) => TopOf(chord))];
            int kept = Array.FindIndex(tops, note => note.Pitch == heard);
            crowded += kept < 0 ? 0 : tops.Count(note => !SoundTogether(note, tops[kept]));
        }

        return crowded;
    }

    private Note TopOf(IEnumerable<Note> chord) => _lowest ? chord.MinBy(note => note.Pitch) : chord.MaxBy(note => note.Pitch);

    private static bool SoundTogether(Note one, Note other) =>
        one.Onset == other.Onset || (one.Onset < other.End && other.Onset < one.End);

    private readonly record struct GridNote(int Onset, int End, Note Note);
}
