using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>Tells what differs first between two songs.</summary>
internal static class SongDifference
{
    /// <summary>The difference in words.</summary>
    /// <param name="composed">The song as it was composed.</param>
    /// <param name="found">The song as it is.</param>
    public static string Between(Score composed, Score found)
    {
        PlacedNote[] expected = Notes(composed);
        PlacedNote[] notes = Notes(found);
        int same = 0;
        while (same < expected.Length && same < notes.Length && expected[same] == notes[same])
        {
            same++;
        }

        if (same < expected.Length || same < notes.Length)
        {
            PlacedNote? was = same < expected.Length ? expected[same] : null;
            PlacedNote? isNow = same < notes.Length ? notes[same] : null;
            bool foundIsFirst = was is null || (isNow is { } now && now.Quarters < was.Value.Quarters);
            (Score song, double quarters) = foundIsFirst ? (found, isNow!.Value.Quarters) : (composed, was!.Value.Quarters);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the first difference is note {same + 1}, in bar {Bar(song, quarters)}: composed was {Say(was)}, found is {Say(isNow)}");
        }

        return !Tempos(composed).SequenceEqual(Tempos(found)) ? "the notes are the same, the tempo is another"
            : !Meters(composed).SequenceEqual(Meters(found)) ? "the notes are the same, the meter is another"
            : !Programs(composed).SequenceEqual(Programs(found)) ? "the notes are the same, the instrument is another"
            : "the music is the same, but other software has written it to the file in another way";
    }

    private static PlacedNote[] Notes(Score song) =>
    [
        .. song.Notes
            .Select(note => new PlacedNote(
                (double)note.Onset / song.TicksPerQuarter, note.Pitch, (double)note.Length / song.TicksPerQuarter, note.Velocity))
            .OrderBy(note => note.Quarters)
            .ThenBy(note => note.Pitch),
    ];

    private static IEnumerable<(double Quarters, int Tempo)> Tempos(Score song) =>
        song.Tempos.Changes.Select(change => ((double)change.Tick / song.TicksPerQuarter, change.MicrosecondsPerQuarter));

    private static IEnumerable<(double Quarters, Meter Meter)> Meters(Score song) =>
        song.Meters.FromStart(song.TicksPerQuarter).Changes.Select(change => ((double)change.Tick / song.TicksPerQuarter, change.Meter));

    private static IEnumerable<(double Quarters, int Program)> Programs(Score song) => song.Tracks
        .SelectMany(track => track.Programs)
        .Select(change => ((double)change.Tick / song.TicksPerQuarter, change.Program));

    private static int Bar(Score song, double quarters)
    {
        long tick = (long)Math.Round(quarters * song.TicksPerQuarter);
        return song.Meters.BarAt(tick, song.TicksPerQuarter);
    }

    private static string Say(PlacedNote? note) => note is { } sounding
        ? string.Create(
            CultureInfo.InvariantCulture, $"{sounding.Pitch} of {sounding.Length:0.###} quarters at {sounding.Quarters:0.###}")
        : "none";

    private readonly record struct PlacedNote(double Quarters, Pitch Pitch, double Length, int Velocity);
}
