using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>In which form a composed song is written. What it leaves open stays as the encoding writes it.</summary>
public sealed record WrittenForm
{
    /// <summary>Whether the primer stands in front of what was composed; a song from nothing has none. The default is true.</summary>
    public bool WithPrimer { get; init; } = true;

    /// <summary>One tempo for the whole song, in microseconds a quarter, 1 to 16,777,215; null for the tempi that the primer has.</summary>
    public int? MicrosecondsPerQuarter { get; init; }

    /// <summary>The General MIDI instrument that plays it, 0 to 127; null for the encoding's.</summary>
    public int? Program { get; init; }

    /// <summary>A song in this form.</summary>
    /// <param name="score">The song as the encoding writes it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tempo is out of its range.</exception>
    public Score ApplyTo(Score score) => MicrosecondsPerQuarter is null && Program is null ? score : new Score(
        score.TicksPerQuarter,
        Program is { } program ? score.Tracks.Select(track => PlayedBy(track, program)) : score.Tracks,
        MicrosecondsPerQuarter is { } tempo ? new TempoMap([new TempoChange(0, tempo)]) : score.Tempos,
        score.Meters);

    private static ScoreTrack PlayedBy(ScoreTrack track, int program) => new(
        track.Keys, track.Name, [new ProgramChange(0, 0, program)], track.EndTick, track.ChannelNames, track.Controls, track.Bends);
}
