namespace Tunesmith.Analysis.Statistics;

/// <summary>How many pitches a song has, how far apart, and how often each. Drums are left out.</summary>
internal static class PitchUse
{
    /// <summary>
    /// <c>highest pitch - lowest pitch</c>, in semitones, 0 to 127; null without a note. Source: MusPy <c>pitch_range</c>, which gives 0
    /// without a note and -127 for drums alone.
    /// </summary>
    public static double? Range(SongNotes song) =>
        song.Pitched.Count == 0 ? null : song.Pitched.Max(note => note.Pitch.Number) - song.Pitched.Min(note => note.Pitch.Number);

    /// <summary>The number of different pitches, 0 to 128. Source: MusPy <c>n_pitches_used</c>.</summary>
    public static int Pitches(SongNotes song) => PitchDistribution(song).Bins.Count;

    /// <summary>The number of different pitch classes, 0 to 12. Source: MusPy <c>n_pitch_classes_used</c>.</summary>
    public static int PitchClasses(SongNotes song) => PitchClassDistribution(song).Bins.Count;

    /// <summary>How many notes each pitch has; the bins are MIDI numbers. Long notes count as much as short ones.</summary>
    public static Histogram PitchDistribution(SongNotes song) => Histogram.Of(song.Pitched.Select(note => (long)note.Pitch.Number));

    /// <summary>How many notes each pitch class has; the bins are 0 for C to 11 for B. Source: Yang and Lerch (2020), PCH.</summary>
    public static Histogram PitchClassDistribution(SongNotes song) => Histogram.Of(song.Pitched.Select(note => (long)note.Pitch.Class));
}
