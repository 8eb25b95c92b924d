using Tunesmith.Midi.Reading;

namespace Tunesmith.Midi;

/// <summary>
/// A Standard MIDI File as events. It knows nothing of music: notes, tempi and meters are made of it by
/// <see cref="Music.Score.FromMidi"/>. What is read and kept is told in docs/midi.md.
/// </summary>
public sealed partial class MidiFile
{
    /// <summary>Makes a file.</summary>
    /// <param name="format">0: one track. 1: tracks that play together. 2: patterns, each a track, that play one after another.</param>
    /// <param name="division">What a tick is.</param>
    /// <param name="tracks">The tracks; at most 65,535, and in format 0 at most one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is not 0, 1 or 2.</exception>
    /// <exception cref="ArgumentException">There are too many tracks, or a tick has no length.</exception>
    public MidiFile(int format, MidiDivision division, IEnumerable<MidiTrack> tracks)
        : this(format, division, [.. tracks], [])
    {
    }

    internal MidiFile(int format, MidiDivision division, MidiTrack[] tracks, IReadOnlyList<MidiWarning> warnings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(format, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(format, 2);
        if (!division.IsUsable)
        {
            throw new ArgumentException("Expected at least 1 tick a quarter or a frame, found 0.", nameof(division));
        }

        int most = format == 0 ? 1 : ushort.MaxValue;
        if (tracks.Length > most)
        {
            throw new ArgumentException(
                $"Expected at most {most} track(s) in format {format}, found {tracks.Length}. Use format 1 or several files.",
                nameof(tracks));
        }

        Format = format;
        Division = division;
        Tracks = tracks;
        Warnings = warnings;
    }

    /// <summary>0: one track. 1: tracks that play together. 2: patterns, each a track, that play one after another.</summary>
    public int Format { get; }

    /// <summary>What a tick is.</summary>
    public MidiDivision Division { get; }

    /// <summary>The tracks in the order of the file.</summary>
    public IReadOnlyList<MidiTrack> Tracks { get; }

    /// <summary>Where the bytes that were read broke the format, in the order they were met; empty for a sound file.</summary>
    public IReadOnlyList<MidiWarning> Warnings { get; }

    /// <summary>How the texts of the file that was read are encoded, as far as can be guessed; UTF-8 where all are ASCII.</summary>
    public MidiTextEncoding TextEncoding { get; internal init; }

    /// <summary>The header that was read, whatever was made of it; null where the file was not read.</summary>
    internal MidiHeader? Header { get; init; }

    /// <summary>How many tracks were found where the file was read, those beyond its header's number too; else 0.</summary>
    internal int TracksFound { get; init; }
}
