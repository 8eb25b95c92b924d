namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How evenly a song uses its pitches: <c>-sum of P(i) log2 P(i)</c>, in bits, over the share P(i) of the notes that have pitch (or pitch
/// class) i. 0 where all notes are alike. Drums are left out. Null without a note, where MusPy gives not-a-number. Source: MusPy
/// <c>pitch_entropy</c> and <c>pitch_class_entropy</c>; Wu and Yang (2020).
/// </summary>
internal static class PitchEntropy
{
    /// <summary>Of the pitches: 0 to 7 bits, for there are 128.</summary>
    public static double? OfPitches(SongNotes song) => PitchUse.PitchDistribution(song).Entropy;

    /// <summary>Of the pitch classes: 0 to log2 12 = 3.585 bits.</summary>
    public static double? OfPitchClasses(SongNotes song) => PitchUse.PitchClassDistribution(song).Entropy;
}
