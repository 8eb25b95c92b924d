using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>The notes of the voice that is a song's melody. The drums are left out before all else.</summary>
/// <param name="Voice">Which voice; never <see cref="MelodyVoice.Auto"/>.</param>
/// <param name="Name">The name of its track or channel; empty where there is none.</param>
/// <param name="Notes">Its notes, at least one, in any order.</param>
internal sealed record VoiceNotes(MelodyVoice Voice, string Name, IReadOnlyList<Note> Notes)
{
    /// <summary>Finds a voice in a song.</summary>
    /// <exception cref="NoMelodyException">The song does not have it.</exception>
    public static VoiceNotes Of(Score score, MelodyVoice voice)
    {
        Note[][] tracks = [.. score.Tracks.Select(track => track.Notes.Where(note => note.Channel != MelodyVoice.DrumChannel).ToArray())];
        if (tracks.All(notes => notes.Length == 0))
        {
            bool hasDrums = score.Tracks.Any(track => track.Notes.Count > 0);
            throw new NoMelodyException(hasDrums ? "no melody: only drums play" : "no melody: there is no note");
        }

        MelodyVoice resolved = voice.Kind == MelodyVoiceKind.Auto ? ByName(score, tracks) ?? MelodyVoice.Highest : voice;
        return resolved.Kind switch
        {
            MelodyVoiceKind.Track => OfTrack(score, tracks, resolved),
            MelodyVoiceKind.Channel => OfChannel(score, tracks, resolved),
            _ => new VoiceNotes(resolved, "", [.. tracks.SelectMany(notes => notes)]),
        };
    }

    /// <summary>Where only one track has notes, the channel whose name fits best; else the track. The first of equals.</summary>
    private static MelodyVoice? ByName(Score score, Note[][] tracks)
    {
        int[] playing = [.. Enumerable.Range(0, tracks.Length).Where(track => tracks[track].Length > 0)];
        int best = playing.MaxBy(track => VoiceNames.Rank(score.Tracks[track].Name));
        if (playing.Length == 1)
        {
            int channel = tracks[best].Select(note => note.Channel).Distinct().Order()
                .MaxBy(channel => VoiceNames.Rank(ChannelName(score, channel)));
            if (VoiceNames.Rank(ChannelName(score, channel)) > 0)
            {
                return MelodyVoice.Channel(channel);
            }
        }

        return VoiceNames.Rank(score.Tracks[best].Name) > 0 ? MelodyVoice.Track(best) : null;
    }

    private static VoiceNotes OfTrack(Score score, Note[][] tracks, MelodyVoice voice)
    {
        int number = voice.Number;
        if (number >= tracks.Length)
        {
            string range = tracks.Length == 1 ? "its one track is number 0" : Say($"its tracks are numbered 0 to {tracks.Length - 1}");
            throw new NoMelodyException(Say($"no melody: there is no track {number}, {range}"));
        }

        return tracks[number].Length > 0
            ? new VoiceNotes(voice, score.Tracks[number].Name, tracks[number])
            : throw new NoMelodyException(Say($"no melody: track {number} has no note{(score.Tracks[number].Notes.Count > 0 ? " but the drums'" : "")}"));
    }

    private static VoiceNotes OfChannel(Score score, Note[][] tracks, MelodyVoice voice)
    {
        Note[] notes = [.. tracks.SelectMany(notes => notes).Where(note => note.Channel == voice.Number)];
        if (notes.Length > 0)
        {
            return new VoiceNotes(voice, ChannelName(score, voice.Number), notes);
        }

        IEnumerable<int> others = tracks.SelectMany(notes => notes).Select(note => note.Channel).Distinct().Order();
        throw new NoMelodyException(Say($"no melody: channel {voice.Number} has no note, {string.Join(", ", others)} have"));
    }

    private static string ChannelName(Score score, int channel) =>
        score.Tracks.Select(track => track.ChannelNames.GetValueOrDefault(channel, "")).FirstOrDefault(name => name.Length > 0, "");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
