using Tunesmith.Music;

namespace Tunesmith.Analysis.Statistics;

/// <summary>
/// How well a song keeps to one scale: <c>max over scales of notes in the scale / notes</c>, over the 12 major and 12 natural minor scales,
/// which are 12 sets of pitch classes, for each minor scale has those of a major one. 7/12 to 1. Drums are left out. Null without a note,
/// where MusPy gives not-a-number. Source: MusPy <c>scale_consistency</c> (its <c>pitch_in_scale_rate</c>); Mogren (2016).
/// </summary>
internal static class ScaleConsistency
{
    /// <summary>The largest share of notes that one scale holds.</summary>
    public static double? Of(SongNotes song)
    {
        Histogram classes = PitchUse.PitchClassDistribution(song);
        return classes.Total == 0
            ? null
            : (double)Enumerable.Range(0, 12).Max(NotesInMajor) / classes.Total;

        long NotesInMajor(int tonic) => new Key(tonic, Mode.Major).PitchClasses.Sum(pitchClass => classes.CountOf(pitchClass));
    }
}
