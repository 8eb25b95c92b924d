using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>
/// Two songs of different titles that have one long passage in common, note for note, but perhaps higher or lower or at other times: all
/// or nearly all of the shorter song. A model that learns one is not judged fairly on the other.
/// </summary>
/// <param name="First">The number of one song.</param>
/// <param name="Second">The number of the other, above <paramref name="First"/>.</param>
/// <param name="Notes">How many notes the passage has.</param>
/// <param name="Share">Which share of the notes of the song that has fewer these are; 0.8 to 1.</param>
/// <param name="Semitones">By how much the second song's passage is higher; below 0 where it is lower.</param>
/// <param name="Stretch">
/// How many times as long as in the first song every note of the passage goes in the second, counted from onset to onset; null where that
/// differs from note to note.
/// </param>
public sealed record SongTwin(int First, int Second, int Notes, double Share, int Semitones, double? Stretch)
{
    /// <summary>What the second song does with the passage in plain words, such as <c>5 semitones higher, in the same time</c>.</summary>
    public string Difference
    {
        get
        {
            string time = Stretch switch
            {
                1 => "in the same time",
                { } stretch => FormattableString.Invariant($"each note {stretch:0.###} times as long"),
                null => "in other time values",
            };
            return $"{PitchDifference.Of(Semitones)}, {time}";
        }
    }

    /// <summary>
    /// The same seen from the other side: <see cref="Difference"/> is then what the first song does with the second's passage.
    /// </summary>
    public SongTwin Reversed() => this with
    {
        First = Second,
        Second = First,
        Semitones = -Semitones,
        Stretch = 1 / Stretch,
    };
}
