using System.Globalization;

namespace Tunesmith.Music;

/// <summary>
/// A song: tracks of notes with exact ticks, what controls their sound, its tempi and its meters. It is not a MIDI file: lyrics,
/// pressure, system exclusive messages and the like stay in <see cref="Midi.MidiFile"/>.
/// </summary>
public sealed partial class Score
{
    /// <summary>Makes a song.</summary>
    /// <param name="ticksPerQuarter">Ticks in a quarter note; 1 to 32,767.</param>
    /// <param name="tracks">The tracks.</param>
    /// <param name="tempos">The tempi; none stated means 120 quarters a minute.</param>
    /// <param name="meters">The meters; none stated means 4/4.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ticks in a quarter are out of their range.</exception>
    public Score(int ticksPerQuarter, IEnumerable<ScoreTrack> tracks, TempoMap? tempos = null, MeterMap? meters = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticksPerQuarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticksPerQuarter, 32_767);
        TicksPerQuarter = ticksPerQuarter;
        Tracks = [.. tracks];
        Tempos = tempos ?? TempoMap.Unstated;
        Meters = meters ?? MeterMap.Unstated;
        EndTick = Tracks.Count == 0 ? 0 : Tracks.Max(track => track.EndTick);
    }

    /// <summary>Ticks in a quarter note.</summary>
    public int TicksPerQuarter { get; }

    /// <summary>The tracks in the order of the file.</summary>
    public IReadOnlyList<ScoreTrack> Tracks { get; }

    /// <summary>The notes of all tracks, one track after another.</summary>
    public IEnumerable<Note> Notes => Tracks.SelectMany(track => track.Notes);

    /// <summary>The tempi.</summary>
    public TempoMap Tempos { get; }

    /// <summary>The meters.</summary>
    public MeterMap Meters { get; }

    /// <summary>The tick at which the last track ends.</summary>
    public long EndTick { get; }

    /// <summary>The length in seconds.</summary>
    public double Seconds => Tempos.SecondsAt(EndTick, TicksPerQuarter);

    /// <summary>How much there is of it, such as <c>2 tracks, 96 notes, 31.3 s</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(Tracks.Count, "track")}, {Count(Tracks.Sum(track => track.Notes.Count), "note")}, {Seconds:0.0} s");

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
