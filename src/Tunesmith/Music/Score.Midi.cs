using Tunesmith.Midi;

namespace Tunesmith.Music;

public sealed partial class Score
{
    /// <summary>
    /// Makes a song of a MIDI file. Tempi and meters are gathered from all tracks; a note-on with velocity 0 is a release.
    /// Where ticks divide SMPTE frames, a quarter is half a second and tempo events are passed over. The patterns of format 2
    /// play one after another. A tempo of 0 and a meter of 0 beats are passed over.
    /// </summary>
    /// <param name="file">The file.</param>
    public static Score FromMidi(MidiFile file) => ScoreReader.Read(file);

    /// <summary>
    /// Makes a MIDI file of format 1: the tempi in the first track, each meter in its track, the names that are not empty, the
    /// programs, and the keys in their order with controllers and pitch wheels where they stood. What the song does not state is not
    /// written. A bar that begins below tick 0 is cut short
    /// (<see cref="MeterMap.FromStart"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The song holds what a MIDI file cannot: a program, controller or bend out of its range, or a tempo or program before tick 0.
    /// </exception>
    public MidiFile ToMidi() => ScoreWriter.Write(this);
}
