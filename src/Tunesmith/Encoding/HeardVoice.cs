using System.Globalization;

namespace Tunesmith.Encoding;

/// <summary>The voice of one song that was taken for its melody.</summary>
/// <param name="Voice">Which; where it was chosen by its name, that track or channel, and never <see cref="MelodyVoice.Auto"/>.</param>
/// <param name="Name">The name of the track or channel; empty where it has none, or where no one track or channel is meant.</param>
/// <param name="Notes">How many notes it has, the ones below or above the melody counted.</param>
/// <param name="Crowded">
/// How many notes or chords of it give way in their step to another that starts there too, though they sound before or after it and not
/// with it; a finer grid tells them apart.
/// </param>
public sealed record HeardVoice(MelodyVoice Voice, string Name, int Notes, int Crowded)
{
    /// <summary>The voice in words, such as <c>track 2, "Lead Vocal"</c>.</summary>
    public override string ToString()
    {
        string named = Name.Length > 0 ? $", \"{Name}\"" : "";
        return Voice.Kind switch
        {
            MelodyVoiceKind.Track => string.Create(CultureInfo.InvariantCulture, $"track {Voice.Number}{named}"),
            MelodyVoiceKind.Channel => string.Create(CultureInfo.InvariantCulture, $"channel {Voice.Number}{named}"),
            _ => $"the {Voice} notes of all tracks",
        };
    }
}
