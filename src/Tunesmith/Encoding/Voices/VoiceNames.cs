using System.Text.RegularExpressions;

namespace Tunesmith.Encoding.Voices;

/// <summary>
/// Which names of tracks and channels mean the melody. A word counts where no letter stands before or after it, in letters of any case;
/// "Lead_Vocal 2" has the words lead and vocal. Korean, Japanese and Chinese words count anywhere in a name.
/// </summary>
internal static partial class VoiceNames
{
    /// <summary>How well a name fits: 3 where it says melody, 2 for a singer, 1 for a lead; 0 where it does not mean the melody.</summary>
    public static int Rank(string name) =>
        name.Length == 0 || Accompaniment().IsMatch(name) ? 0
        : Melody().IsMatch(name) ? 3
        : Singer().IsMatch(name) ? 2
        : Lead().IsMatch(name) ? 1
        : 0;

    [GeneratedRegex(@"(?<!\p{L})(melody|melodie|melodia|mélodie|melodía|tune)(?!\p{L})|멜로디|주선율|メロディ|主旋律", Any)]
    private static partial Regex Melody();

    [GeneratedRegex(
        @"(?<!\p{L})(vocals?|vocalist|vox|voice|voix|voce|voz|vokal|gesang|canto|chant|sing|singer|singing|sung)(?!\p{L})"
        + @"|보컬|노래|가수|ボーカル|ヴォーカル|人声|主唱", Any)]
    private static partial Regex Singer();

    [GeneratedRegex(@"(?<!\p{L})lead(?!\p{L})|리드|リード", Any)]
    private static partial Regex Lead();

    // Those who sing or play along, and the General MIDI sounds that are called voices.
    [GeneratedRegex(
        @"(?<!\p{L})(back|backing|background|backup|bg|bgv|bv|choir|harmony|harmonies|counter|second|oohs?|aahs?|synth voice"
        + @"|pad|bass|drums?)(?!\p{L})|코러스|반주|コーラス|伴奏|ハモリ", Any)]
    private static partial Regex Accompaniment();

    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
