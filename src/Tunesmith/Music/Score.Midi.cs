using Tunesmith.Midi;

namespace Tunesmith.Music;

public sealed partial class Score
{
    /// <summary>Reads a song from a MIDI file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="options">How the file is read; by default tolerant.</param>
    /// <exception cref="MidiFormatException">The file is not a MIDI file, or it breaks the format and the options are strict.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Score Load(string path, MidiReadOptions? options = null) => FromMidi(MidiFile.Load(path, options));

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
    /// The song holds what a MIDI file cannot: a channel, velocity, program, controller, bend, tempo or meter out of its range.
    /// </exception>
    public MidiFile ToMidi() => ScoreWriter.Write(this);

    /// <summary>Writes the song as a MIDI file, whole or not at all.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="InvalidOperationException">See <see cref="ToMidi"/>.</exception>
    public void Save(string path) => ToMidi().Save(path);
}
