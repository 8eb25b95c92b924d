using Tunesmith.Music;

namespace Tunesmith.Encoding.Voices;

/// <summary>The notes of the voice that is a song's melody. The drums are left out before all else.</summary>
/// <param name="Voice">Which voice; never <see cref="MelodyVoice.Auto"/>.</param>
/// <param name="Name">The name of its track or channel; empty where there is none.</param>
/// <param name="Notes">Its notes, at least one, track by track and in each in order of their onsets.</param>
internal sealed record VoiceNotes(MelodyVoice Voice, string Name, Note[] Notes)
{
    /// <summary>Finds a voice in a song.</summary>
    /// <exception cref="NoMelodyException">The song does not have it.</exception>
    public static VoiceNotes Of(Score score, MelodyVoice voice)
    {
        int[] playing = [.. Enumerable.Range(0, score.Tracks.Count).Where(track => CountMelodic(score.Tracks[track].NoteSpan) > 0)];
        if (playing.Length == 0)
        {
            bool hasDrums = score.Tracks.Any(track => track.Notes.Count > 0);
            throw new NoMelodyException(hasDrums ? "no melody: only drums play" : "no melody: there is no note");
        }

        MelodyVoice resolved = voice.Kind == MelodyVoiceKind.Auto ? ByName(score, playing) ?? MelodyVoice.Highest : voice;
        return resolved.Kind switch
        {
            MelodyVoiceKind.Track => OfTrack(score, resolved),
            MelodyVoiceKind.Channel => OfChannel(score, resolved),
            _ => new VoiceNotes(resolved, "", NotesOf(score.Tracks, channel: null)),
        };
    }

    /// <summary>Where only one track has notes, the channel whose name fits best; else the track. The first of equals.</summary>
    private static MelodyVoice? ByName(Score score, int[] playing)
    {
        int best = playing.MaxBy(track => VoiceNames.Rank(score.Tracks[track].Name));
        if (playing.Length == 1 && score.Tracks.Any(track => track.ChannelNames.Count > 0))
        {
            int channel = ChannelsOf(score.Tracks[best].Notes).MaxBy(channel => VoiceNames.Rank(ChannelName(score, channel)));
            if (VoiceNames.Rank(ChannelName(score, channel)) > 0)
            {
                return MelodyVoice.Channel(channel);
            }
        }

        return VoiceNames.Rank(score.Tracks[best].Name) > 0 ? MelodyVoice.Track(best) : null;
    }

    private static VoiceNotes OfTrack(Score score, MelodyVoice voice)
    {
        int number = voice.Number;
        if (number >= score.Tracks.Count)
        {
            int last = score.Tracks.Count - 1;
            string range = last == 0 ? "its one track is number 0" : FormattableString.Invariant($"its tracks are numbered 0 to {last}");
            throw new NoMelodyException(FormattableString.Invariant($"no melody: there is no track {number}, {range}"));
        }

        ScoreTrack track = score.Tracks[number];
        Note[] notes = NotesOf([track], channel: null);
        return notes.Length > 0
            ? new VoiceNotes(voice, track.Name, notes)
            : throw new NoMelodyException(FormattableString.Invariant(
                $"no melody: track {number} has no note{(track.Notes.Count > 0 ? " but the drums'" : "")}"));
    }

    private static VoiceNotes OfChannel(Score score, MelodyVoice voice)
    {
        Note[] notes = NotesOf(score.Tracks, voice.Number);
        if (notes.Length > 0)
        {
            return new VoiceNotes(voice, ChannelName(score, voice.Number), notes);
        }

        IEnumerable<int> others = ChannelsOf(score.Notes);
        throw new NoMelodyException(FormattableString.Invariant(
            $"no melody: channel {voice.Number} has no note, {string.Join(", ", others)} have"));
    }

    /// <summary>The notes of some tracks without the drums', of all other channels or of one.</summary>
    private static Note[] NotesOf(IReadOnlyList<ScoreTrack> tracks, int? channel)
    {
        Note[] notes = new Note[tracks.Sum(track => CountMelodic(track.NoteSpan))];
        int count = 0;
        foreach (ScoreTrack track in tracks)
        {
            foreach (ref readonly Note note in track.NoteSpan)
            {
                if (note.Channel != GeneralMidi.DrumChannel && (channel is null || note.Channel == channel))
                {
                    notes[count++] = note;
                }
            }
        }

        return count == notes.Length ? notes : notes[..count];
    }

    private static int CountMelodic(ReadOnlySpan<Note> notes)
    {
        int count = 0;
        foreach (ref readonly Note note in notes)
        {
            count += note.Channel != GeneralMidi.DrumChannel ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<int> ChannelsOf(IEnumerable<Note> notes) =>
        notes.Select(note => note.Channel).Where(channel => channel != GeneralMidi.DrumChannel).Distinct().Order();

    private static string ChannelName(Score score, int channel) =>
        score.Tracks.Select(track => track.ChannelNames.GetValueOrDefault(channel, "")).FirstOrDefault(name => name.Length > 0, "");
}
