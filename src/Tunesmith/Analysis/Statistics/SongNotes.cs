using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// The notes of a song as statistics count them: a melody's in steps, a whole song's in ticks, exactly. A song ends where its last note
/// does: rests after it are no part of it. It is not a grid: nothing is made for each tick, however many a file says there are.
/// </summary>
public sealed class SongNotes
{
    private SongNotes(Note[] sounding, int ticksPerQuarter, int stepsPerQuarter, MeterMap meters)
    {
        All = StableOrder.By<Note>(
            sounding, (one, other) => (one.Onset, one.Pitch.Number).CompareTo((other.Onset, other.Pitch.Number)));
        Pitched = Array.TrueForAll(sounding, IsPitched) ? All : [.. All.Where(IsPitched)];
        TicksPerQuarter = ticksPerQuarter;
        StepsPerQuarter = stepsPerQuarter;
        Length = sounding.Select(note => note.End).DefaultIfEmpty().Max();
        MeterMap heard = new(meters.Changes.Where(change => change.Tick < Length)); // later ones would cut a bar short that is heard whole
        Bars = new BarGrid(heard, ticksPerQuarter);

        static bool IsPitched(Note note) => note.Channel != GeneralMidi.DrumChannel;
    }

    /// <summary>The notes but for the drums', by onset, then by pitch. A key pressed and let go at one tick lasts a tick.</summary>
    public IReadOnlyList<Note> Pitched { get; }

    /// <summary>The same with the drums' (channel 9).</summary>
    public IReadOnlyList<Note> All { get; }

    /// <summary>Ticks in a quarter note; of a melody its steps.</summary>
    public int TicksPerQuarter { get; }

    /// <summary>The steps in a quarter by which onsets and lengths are told apart where a statistic says so.</summary>
    public int StepsPerQuarter { get; }

    /// <summary>The end of the last note, drums and all, in ticks; 0 without one.</summary>
    public long Length { get; }

    /// <summary>The bars.</summary>
    internal BarGrid Bars { get; }

    /// <summary>The notes of a melody. A tick is a step.</summary>
    public static SongNotes Of(Melody melody)
    {
        List<Note> notes = [];
        for (int step = 0; step < melody.Length; step++)
        {
            MelodyStep heard = melody.Steps[step];
            if (heard.IsOnset)
            {
                notes.Add(new Note(step, 0, heard.Pitch!.Value, 1, 0));
            }

            if (!heard.IsRest)
            {
                notes[^1] = notes[^1] with { Length = notes[^1].Length + 1 };
            }
        }

        return new SongNotes([.. notes], melody.StepsPerQuarter, melody.StepsPerQuarter, melody.Meters);
    }

    /// <summary>The notes of a whole song, all tracks together.</summary>
    /// <param name="score">The song.</param>
    /// <param name="stepsPerQuarter">
    /// The grid for statistics that compare places in a bar, 1 or more; no finer than the song's ticks. The default, 4, are sixteenths.
    /// </param>
    public static SongNotes Of(Score score, int stepsPerQuarter = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerQuarter, 1);
        return new SongNotes(
            [.. score.Notes.Select(note => note with { Length = Math.Max(1, note.Length) })],
            score.TicksPerQuarter,
            Math.Min(stepsPerQuarter, score.TicksPerQuarter),
            score.Meters);
    }

    /// <summary>The highest note, but for the drums', of each onset, in their order: the line that intervals are measured on.</summary>
    internal IEnumerable<Note> Line()
    {
        for (int index = 0; index < Pitched.Count; index++)
        {
            if (index + 1 == Pitched.Count || Pitched[index + 1].Onset > Pitched[index].Onset)
            {
                yield return Pitched[index];
            }
        }
    }

    /// <summary>Where a note begins, on the grid: the bar, and the steps since its bar line, to the nearest step of the song.</summary>
    internal (Bar Bar, long Step) PlaceOf(Note note)
    {
        long step = Steps(note.Onset);
        Bar bar = Bars.At(((step * TicksPerQuarter) + StepsPerQuarter - 1) / StepsPerQuarter); // the first tick of the step
        return (bar, (bar.Offset * StepsPerQuarter) / TicksPerQuarter);
    }

    /// <summary>A number of ticks in the nearest whole number of steps, halves upwards.</summary>
    internal long Steps(long ticks) => ((2 * ticks * StepsPerQuarter) + TicksPerQuarter) / (2L * TicksPerQuarter);
}
