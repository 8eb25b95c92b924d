using Tunesmith.Midi;

namespace Tunesmith.Music;

/// <summary>
/// The text event <c>Tunesmith {...}</c>, by which a MIDI file tells that it was composed here, or is made of what was. What is in the
/// braces is for <c>CompositionRecord</c>.
/// </summary>
internal static class CompositionText
{
    /// <summary>What the text begins with; JSON follows it.</summary>
    public const string Beginning = "Tunesmith ";

    /// <summary>The first such event, in whatever track; null where there is none.</summary>
    /// <param name="file">The file.</param>
    public static MidiEvent? Find(MidiFile file)
    {
        foreach (MidiTrack track in file.Tracks)
        {
            foreach (MidiEvent midiEvent in track.Events)
            {
                if (midiEvent.MetaType == MidiMetaType.Text && midiEvent.Payload.Span.StartsWith("Tunesmith {"u8))
                {
                    return midiEvent;
                }
            }
        }

        return null;
    }
}
