namespace Tunesmith.Midi;

/// <summary>A Standard MIDI File as events. It knows nothing of music: notes, tempi and meters are made of it by <c>Music</c>.</summary>
public sealed partial class MidiFile
{
}
