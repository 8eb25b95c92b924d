using System.Text.RegularExpressions;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>
/// Compares a melody with one that plays what its marks ask of a player: staccato notes half as long, a fermata twice as long, trills and
/// rolls as many notes, grace notes, the notes of a chord one after another, the uneven eighths of a hornpipe. What each tune may differ by
/// is read from its text; all else must be the same.
/// </summary>
internal sealed partial class PlayedMarks
{
    private const int Beat = 480;

    private readonly bool _staccato;
    private readonly bool _fermata;
    private readonly bool _figures;
    private readonly bool _chords;
    private readonly bool _hornpipe;

    /// <summary>Looks for marks in a tune's text.</summary>
    public PlayedMarks(string abc)
    {
        int key = abc.IndexOf("\nK:", StringComparison.Ordinal);
        string music = Fields().Replace(Quoted().Replace(Comments().Replace(abc[key..], ""), ""), "");
        _staccato = music.Contains('.', StringComparison.Ordinal);
        _fermata = music.Contains('H', StringComparison.Ordinal);
        _figures = music.AsSpan().ContainsAny('T', '~', '{') || music.Contains('R', StringComparison.Ordinal);
        _chords = Chords().IsMatch(music);
        _hornpipe = Hornpipes().IsMatch(abc);
    }

    /// <summary>Whether the tune has none of these marks, so that both must have the same notes.</summary>
    public bool AreNone => !(_staccato || _fermata || _figures || _chords || _hornpipe);

    /// <summary>Whether the second melody is the first, but for how the tune's marks are played.</summary>
    public bool Explain((long Onset, long Length, int Pitch)[] written, IReadOnlyList<(long Onset, long Length, int Pitch)> played)
    {
        played = _chords ? Together(played) : played;
        long delay = 0; // by the fermatas so far
        int next = 0;
        for (int index = 0; index < written.Length; index++)
        {
            (long onset, long length, int pitch) = written[index];
            bool isLast = index + 1 == written.Length;
            long until = (isLast ? onset + length : written[index + 1].Onset) + delay + (_hornpipe ? Beat / 6 : 0);

            if (next >= played.Count || !Starts(onset + delay, length, played[next]))
            {
                return false;
            }

            int first = next++;
            if (_fermata && played[first].Pitch == pitch && played[first].Length >= 2 * length)
            {
                delay += isLast || written[index + 1].Onset > onset ? length : 0;
                until += length;
            }

            while (_figures && next < played.Count && played[next].Onset < until && played[next].Onset + played[next].Length <= until)
            {
                next++;
            }

            if (!Enumerable.Range(first, next - first).Any(place => played[place].Pitch == pitch)
                || !IsLong(length, played[first], next - first))
            {
                return false;
            }
        }

        return next == played.Count;
    }

    /// <summary>Lets the notes of a chord, which are played 10 ticks apart but end together, begin together.</summary>
    private static List<(long Onset, long Length, int Pitch)> Together(IReadOnlyList<(long Onset, long Length, int Pitch)> played)
    {
        List<(long Onset, long Length, int Pitch)> together = [];
        (long Onset, long Length, int Pitch) first = default;
        foreach ((long Onset, long Length, int Pitch) note in played)
        {
            long late = note.Onset - first.Onset;
            bool isLate = late is > 0 and <= 40 && late % 10 == 0 && first.Length - note.Length == late;
            first = isLate ? first : note;
            together.Add(isLate ? (first.Onset, first.Length, note.Pitch) : note);
        }

        together.Sort();
        return together;
    }

    private bool Starts(long onset, long length, (long Onset, long Length, int Pitch) played) =>
        played.Onset == onset
        || (_hornpipe && played.Onset / Beat == onset / Beat && Math.Abs(played.Onset - onset) <= Beat / 6);

    private bool IsLong(long length, (long Onset, long Length, int Pitch) played, int notes) =>
        played.Length == length
        || notes > 1
        || (_staccato && 2 * played.Length == length)
        || (_fermata && played.Length == 2 * length)
        || (_staccato && _fermata && 4 * played.Length == length)
        || (_hornpipe && Math.Abs(played.Length - length) <= Beat / 3)
        || (_hornpipe && _staccato && Math.Abs((2 * played.Length) - length) <= Beat / 3);

    [GeneratedRegex(@"(?<!\\)%.*")]
    private static partial Regex Comments();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Za-z]:(?![|:]).*|\[[A-Z]:[^\]]*\]", RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"\[[^|\]1-9][^]]*\]")]
    private static partial Regex Chords();

    [GeneratedRegex("^R:.*hornpipe", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Hornpipes();
}
