using Tunesmith.Music;

namespace Tunesmith.Pictures.Rolls;

/// <summary>What one channel of one track plays.</summary>
/// <param name="Name">What it is called in the picture: the name of the channel or track, and the instrument.</param>
/// <param name="IsDrums">Whether its keys are drums.</param>
/// <param name="Notes">Its notes, in the order of their onsets.</param>
internal sealed record RollPart(string Name, bool IsDrums, IReadOnlyList<Note> Notes)
{
    /// <summary>The parts of a song, by track and channel, that have notes.</summary>
    public static IReadOnlyList<RollPart> Of(Score score)
    {
        List<RollPart> parts = [];
        for (int index = 0; index < score.Tracks.Count; index++)
        {
            ScoreTrack track = score.Tracks[index];
            foreach (IGrouping<int, Note> channel in track.Notes.GroupBy(note => note.Channel).OrderBy(group => group.Key))
            {
                bool isDrums = channel.Key == GeneralMidi.DrumChannel;
                parts.Add(new RollPart(NameOf(track, index, channel.Key, isDrums), isDrums, [.. channel.OrderBy(note => note.Onset)]));
            }
        }

        return Apart(parts);
    }

    /// <summary>The parts with a number after a name that one before has too.</summary>
    private static RollPart[] Apart(List<RollPart> parts)
    {
        Dictionary<string, int> seen = [];
        return
        [
            .. parts.Select(part =>
            {
                int times = seen[part.Name] = seen.GetValueOrDefault(part.Name) + 1;
                return times == 1 ? part : part with { Name = FormattableString.Invariant($"{part.Name} {times}") };
            }),
        ];
    }

    private static string NameOf(ScoreTrack track, int index, int channel, bool isDrums)
    {
        string own = track.ChannelNames.TryGetValue(channel, out string? named) && named.Trim().Length > 0 ? named : track.Name;
        own = PictureText.Name(own);
        int[] programs = [.. track.Programs.Where(change => change.Channel == channel).Select(change => change.Program).Distinct().Take(2)];
        string instrument = isDrums ? "drums" : programs.Length == 0 ? "" : GeneralMidi.InstrumentName(programs[0]);
        if (!isDrums && programs.Length > 1)
        {
            instrument += " and others";
        }

        bool isSaid = own.Contains(instrument, StringComparison.OrdinalIgnoreCase);
        return (own.Length, instrument.Length) switch
        {
            (0, 0) => FormattableString.Invariant($"track {index}, channel {channel}"),
            (0, _) => instrument,
            _ => isSaid ? own : $"{own} ({instrument})",
        };
    }
}
