using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>Short ways to say a tune and what is heard in it.</summary>
internal static class AbcSong
{
    /// <summary>Reads music under a head: 4/4, notes of a quarter, C major, but for the fields that are given.</summary>
    public static AbcTune Tune(string music, string head = "M:4/4\nL:1/4\nK:C") =>
        Assert.Single(AbcTunebook.Parse($"X:1\nT:Test\n{head}\n{music}\n").Tunes);

    /// <summary>The song of <see cref="Tune"/>.</summary>
    public static Score Score(string music, string head = "M:4/4\nL:1/4\nK:C")
    {
        AbcTune tune = Tune(music, head);
        Assert.Null(tune.Error);
        return tune.Score!;
    }

    /// <summary>What sounds, in order, as names of pitches: <c>C4 E4</c>.</summary>
    public static string Pitches(string music, string head = "M:4/4\nL:1/4\nK:C") =>
        string.Join(' ', Score(music, head).Notes.Select(note => note.Pitch));

    /// <summary>What sounds, with onset and length in ticks of 480 a quarter: <c>C4@0+480</c>.</summary>
    public static string Notes(string music, string head = "M:4/4\nL:1/4\nK:C")
    {
        Score score = Score(music, head);
        return string.Join(' ', score.Notes
            .OrderBy(note => (note.Onset, note.Pitch))
            .Select(note => $"{note.Pitch}@{At480(note.Onset)}+{At480(note.Length)}"));

        string At480(long ticks)
        {
            decimal at = ticks * 480m / score.TicksPerQuarter;
            return at.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
