using Tunesmith.Music;

namespace Tunesmith.Encoding.Voices;

/// <summary>
/// One voice out of many notes: at each step the highest (or lowest) note that sounds. A step strikes its pitch where a note of that pitch
/// starts, or where another pitch or nothing came before; else it holds. So a lower note never cuts a higher one short, and where the
/// higher one ends, a lower one that still sounds comes out from under it.
/// </summary>
internal sealed class Skyline
{
    private readonly Note[] _notes;
    private readonly int[] _onsets; // the step of each note
    private readonly int[] _ends;
    private readonly int[] _order; // the numbers of the notes by their steps
    private readonly bool _lowest;

    private Skyline(Note[] notes, int[] onsets, int[] ends, int length, bool lowest)
    {
        _notes = notes;
        _onsets = onsets;
        _ends = ends;
        _order = StepOrder.Of(onsets, length);
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
    public static Skyline Of(Note[] notes, int ticksPerQuarter, StepGrid grid, bool lowest)
    {
        int[] onsets = new int[notes.Length];
        int[] ends = new int[notes.Length];
        long length = 0;
        for (int index = 0; index < notes.Length; index++)
        {
            long onset = grid.StepOf(notes[index].Onset, ticksPerQuarter);
            long end = Math.Max(grid.StepOf(notes[index].End, ticksPerQuarter), onset + 1);
            length = Math.Max(length, end);
            (onsets[index], ends[index]) = ((int)onset, (int)end); // looked at only where the last of them fits
        }

        return length <= MelodyEncoding.MaxSteps
            ? new Skyline(notes, onsets, ends, (int)length, lowest)
            : throw new SongTooLongException(length, MelodyEncoding.MaxSteps);
    }

    /// <summary>What is heard at each step.</summary>
    public MelodyStep[] Voice()
    {
        MelodyStep[] steps = new MelodyStep[Length];
        Span<int> ends = stackalloc int[Pitch.HighestNumber + 1]; // of each pitch the last end of what has started
        UInt128 pitches = 0; // those that sound, and lower ones that have ended and are not yet looked at
        int started = 0;
        for (int step = 0; step < steps.Length;)
        {
            UInt128 struck = 0;
            for (; started < _order.Length && _onsets[_order[started]] == step; started++)
            {
                int note = _order[started];
                int pitch = _notes[note].Pitch.Number;
                struck |= UInt128.One << pitch;
                ends[pitch] = Math.Max(ends[pitch], _ends[note]);
            }

            pitches |= struck;
            while (pitches != 0 && ends[TopOf(pitches)] <= step)
            {
                pitches &= ~(UInt128.One << TopOf(pitches));
            }

            int next = started < _order.Length ? _onsets[_order[started]] : steps.Length;
            if (pitches != 0)
            {
                Pitch heard = new(TopOf(pitches));
                next = Math.Min(next, ends[heard.Number]);

                // A hold of what does not sound is an onset to a melody.
                steps.AsSpan(step, next - step).Fill(MelodyStep.Hold(heard));
                if ((struck & (UInt128.One << heard.Number)) != 0)
                {
                    steps[step] = MelodyStep.Onset(heard);
                }
            }

            step = next;
        }

        return steps;
    }

    /// <summary>
    /// How many notes or chords give way in their step to the note that is heard there, though they sound before or after it and not with
    /// it: what a finer grid tells apart.
    /// </summary>
    /// <param name="voice">What <see cref="Voice"/> gives.</param>
    public int CountCrowded(ReadOnlySpan<MelodyStep> voice)
    {
        int crowded = 0;
        for (int start = 0, end; start < _order.Length; start = end)
        {
            int step = _onsets[_order[start]];
            for (end = start + 1; end < _order.Length && _onsets[_order[end]] == step; end++)
            {
            }

            Span<int> numbers = _order.AsSpan(start, end - start);
            if (StrikesTwice(numbers))
            {
                crowded += CountCrowded(numbers, voice[step].Pitch);
            }
        }

        return crowded;
    }

    /// <summary>Of the notes that begin at one tick the one that would be heard.</summary>
    /// <param name="notes">In order of their onsets.</param>
    /// <param name="lowest">Whether the lowest note is heard rather than the highest.</param>
    public static List<Note> TopsOf(IEnumerable<Note> notes, bool lowest)
    {
        List<Note> tops = [];
        foreach (Note note in notes)
        {
            if (tops.Count == 0 || tops[^1].Onset != note.Onset)
            {
                tops.Add(note);
            }
            else if (lowest ? note.Pitch < tops[^1].Pitch : note.Pitch > tops[^1].Pitch)
            {
                tops[^1] = note;
            }
        }

        return tops;
    }

    private int CountCrowded(Span<int> numbers, Pitch? heard)
    {
        StepOrder.SortByTick(numbers, number => _notes[number].Onset);
        List<Note> tops = TopsOf(numbers.ToArray().Select(number => _notes[number]), _lowest);
        int kept = tops.FindIndex(note => note.Pitch == heard);
        return kept < 0 ? 0 : tops.Count(note => !SoundTogether(note, tops[kept]));
    }

    private bool StrikesTwice(ReadOnlySpan<int> numbers)
    {
        long first = _notes[numbers[0]].Onset;
        foreach (int number in numbers[1..])
        {
            if (_notes[number].Onset != first)
            {
                return true;
            }
        }

        return false;
    }

    private int TopOf(UInt128 pitches) =>
        _lowest ? (int)UInt128.TrailingZeroCount(pitches) : Pitch.HighestNumber - (int)UInt128.LeadingZeroCount(pitches);

    private static bool SoundTogether(Note one, Note other) =>
        one.Onset == other.Onset || (one.Onset < other.End && other.Onset < one.End);
}
