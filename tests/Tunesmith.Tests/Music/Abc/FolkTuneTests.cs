using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>350 folk tunes beside the notes that abc2midi makes of them. docs/abc.md tells of every tune that differs.</summary>
public sealed class FolkTuneTests
{
    /// <summary>Repeats without a beginning: the standard goes back to the last double bar line, abc2midi does not.</summary>
    private static readonly string[] Repeats =
    [
        "irish-mit/irish#801", "irish-mit/irish#639", "irish-mit/irish#439", "irish-mit/irish#719", "irish-mit/irish#89",
        "irish-mit/irish#476", "nottingham-cleaned/jigs#129", "oneills/0732-0758_mh#13", "airds/book2#19",
    ];

    /// <summary>Nine notes of a tuplet in 3/4: in the time of two by the standard, of three in abc2midi.</summary>
    private static readonly string[] Tuplets = ["oneills/0001-0050#24"];

    /// <summary>A broken rhythm beside a staccato note or a fermata, which abc2midi says that it cannot apply.</summary>
    private static readonly string[] BrokenRhythms =
    [
        "ryans/BobChadducksJig#0", "ryans/DickieRogersPedestalClog#0", "oneills/0101-0200#14", "ryans/FlocktonsHornpipe#0",
        "ryans/KittyONeilsChampionJig#0", "oneills/0051-0100#5", "airds/book3#61",
    ];

    /// <summary>A plus in a chord, after which abc2midi passes over music up to the next.</summary>
    private static readonly string[] Pluses = ["nottingham-cleaned/reelsd-g#0"];

    /// <summary>Notes with two marks at a time: a fermata and grace notes, a roll in a broken rhythm, grace notes in a hornpipe.</summary>
    private static readonly string[] TwoMarks =
    [
        "airds/book5#170", "airds/book5#27", "airds/book4#55", "ryans/NorfolkHornpipe#0", "ryans/IndianRiverHornpipe#0",
    ];

    [Fact]
    public void Tunes_without_marks_for_the_player_have_the_same_notes()
    {
        FolkTune[] plain = [.. FolkTune.All().Where(tune => new PlayedMarks(tune.Text).AreNone)];
        string[] others = [.. plain.Where(tune => !tune.Written.SequenceEqual(tune.Notes)).Select(tune => tune.Name)];
        Assert.Equal(265, plain.Length);
        AssertAmong(others, [.. Repeats, .. Tuplets]);
    }

    [Fact]
    public void Tunes_with_marks_differ_by_how_they_are_played_alone()
    {
        FolkTune[] marked = [.. FolkTune.All().Where(tune => !new PlayedMarks(tune.Text).AreNone)];
        string[] others = [.. marked
            .Where(tune => !tune.Written.SequenceEqual(tune.Notes)
                && !FolkTune.NotesOf(tune.Read(new AbcReadOptions { PlayGraceNotes = true }).Score!).SequenceEqual(tune.Notes)
                && !new PlayedMarks(tune.Text).Explain(tune.Written, tune.Notes))
            .Select(tune => tune.Name)];
        Assert.Equal(85, marked.Length);
        AssertAmong(others, [.. Repeats, .. BrokenRhythms, .. Pluses, .. TwoMarks]);
    }

    private static void AssertAmong(string[] tunes, string[] known)
    {
        string[] others = [.. tunes.Except(known)];
        Assert.True(others.Length == 0, string.Join(", ", others));
    }
}
