using System.Globalization;

namespace Tunesmith.Music;

/// <summary>How much higher or lower something is, in plain words.</summary>
internal static class PitchDifference
{
    /// <summary>Such as <c>5 semitones higher</c>, <c>1 semitone lower</c> or <c>at the same pitch</c>.</summary>
    /// <param name="semitones">By how many semitones it is higher; below 0 lower.</param>
    public static string Of(int semitones)
    {
        int distance = Math.Abs(semitones);
        return semitones == 0 ? "at the same pitch" : string.Create(
            CultureInfo.InvariantCulture,
            $"{distance} {(distance == 1 ? "semitone" : "semitones")} {(semitones > 0 ? "higher" : "lower")}");
    }
}
