using Tunesmith.Music;
using Tunesmith.Music.Abc;
using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>Several tunes in a file, and what is said of bad ones.</summary>
public sealed class AbcTunebookTests
{
    private const string Book = """
        %abc-2.1
        M:3/4
        L:1/4

        X:3
        T:The Old Reel
        T:Second Name
        K:C
        CDE|

        Some words between tunes.

        X:7
        T:Broken
        M:three
        K:C
        CDE|

        X:9
        T:New Reel
        L:1/8
        K:G
        FGA|
        """;

    [Fact]
    public void A_bad_tune_is_left_out_with_its_place_and_the_rest_is_read()
    {
        AbcTunebook book = AbcTunebook.Parse(Book);
        Assert.Equal([3, 7, 9], book.Tunes.Select(tune => tune.Number));
        Assert.Equal([5, 13, 19], book.Tunes.Select(tune => tune.Line));
        Assert.Equal(["The Old Reel", "Second Name"], book.Tunes[0].Titles);
        Assert.Equal([true, false, true], book.Tunes.Select(tune => tune.Score is not null));
        AbcFormatException error = book.Tunes[1].Error!;
        Assert.Equal((15, 3, "'three'"), (error.Line, error.Column, error.Found));
        Assert.Equal(
            "expected a meter, such as 6/8, C or none, at line 15, column 3, found 'three'. Write beats, a slash and a power of two.",
            error.Message);
        Assert.Equal(480, book.Tunes[0].Score!.Tracks[0].Notes[0].Length);
        Assert.Equal(240, book.Tunes[2].Score!.Tracks[0].Notes[0].Length);
        Assert.Equal(3, book.Tunes[2].Score!.Meters.Changes[0].Meter.Numerator);
    }

    [Theory]
    [InlineData("3", 0)]
    [InlineData("9", 2)]
    [InlineData("new reel", 2)]
    [InlineData("second", 0)]
    [InlineData("reel", 0)]
    [InlineData("4", -1)]
    [InlineData("jig", -1)]
    [InlineData(" ", -1)]
    public void A_tune_is_found_by_number_or_title(string text, int index) => Assert.Equal(index, AbcTunebook.Parse(Book).Find(text));

    [Fact]
    public void Numbers_that_are_no_ones_own_are_places()
    {
        AbcTunebook book = AbcTunebook.Parse("X:1\nK:C\nC\n\nX:1\nK:C\nD\n\nX:5\nK:C\nE");
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(book.NumberOf));
        Assert.Equal(2, book.Find("3"));
    }

    [Theory]
    [InlineData("K:H", 3, "a key, such as G, Ador or Bbm,", "'H'")]
    [InlineData("L:x\nK:C", 3, "a length, such as 1/8,", "'x'")]
    [InlineData("L:1/0\nK:C", 3, "a length, such as 1/8,", "'1/0'")]
    [InlineData("M:3/5\nK:C", 3, "a meter, such as 6/8, C or none,", "'3/5'")]
    [InlineData("M:999/8\nK:C", 3, "a meter, such as 6/8, C or none,", "'999/8'")]
    [InlineData("T:no key", 1, "the key, K:,", "the end of the tune")]
    [InlineData("K:C", 1, "notes in the tune that begins", "none")]
    [InlineData("K:C\nz4|", 1, "notes in the tune that begins", "none")]
    [InlineData("K:C\nC C,,,,,,,", 3, "a pitch from C-1 to G9", "one below")]
    [InlineData("K:C\nc''''''''", 1, "a pitch from C-1 to G9", "one above")]
    [InlineData("K:C\nC99999999999", 1, "at most 1,000,000 whole notes with all repeats", "more")]
    public void A_tune_that_makes_no_sense_is_an_error(string lines, int column, string expected, string found)
    {
        AbcFormatException error = AbcTunebook.Parse($"X:1\n{lines}\n").Tunes[0].Error!;
        Assert.Equal((column, expected, found), (error.Column, error.Expected, error.Found));
        Assert.StartsWith(
            $"expected {expected} at line {error.Line}, column {column}, found {found}. ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C?D", 2, "music", "'?'")]
    [InlineData("CD \"Am", 4, "'\"' after a text", "the end of the line")]
    [InlineData("[CE", 1, "']' after the notes of a chord", "the end of the line")]
    [InlineData("{g C", 1, "'}' after grace notes", "the end of the line")]
    [InlineData(">C D", 1, "two notes around a broken rhythm", "'>'")]
    [InlineData("C-(0D-", 3, "a tuplet of 1 to 99 notes", "'(0'")]
    [InlineData("-C", 1, "a note before a tie", "none")]
    [InlineData("C^", 2, "a note after an accidental", "nothing")]
    [InlineData("C0 D", 2, "a length above 0", "0")]
    [InlineData("[] C", 1, "notes in a chord", "none")]
    [InlineData("(3C(3DEF", 4, "2 more in the tuplet", "another tuplet")]
    [InlineData("|:C|:D:|", 4, "the end of a repeat", "the beginning of another")]
    [InlineData("C[K:G D", 2, "']' after a field", "the end of the line")]
    public void What_breaks_the_format_is_warned_of_and_the_rest_is_read(string music, int column, string expected, string found)
    {
        string text = $"X:1\nL:1/4\nK:C\n{music}\n";
        AbcTune tune = AbcTunebook.Parse(text).Tunes[0];
        if (tune.Score is null)
        {
            Assert.StartsWith("{", music, StringComparison.Ordinal);
        }

        Assert.Equal((4, column), (tune.Warnings[0].Line, tune.Warnings[0].Column));
        Assert.StartsWith(
            $"expected {expected} at line 4, column {column}, found {found}; ", tune.Warnings[0].Message, StringComparison.Ordinal);
        AbcFormatException error = AbcTunebook.Parse(text, new AbcReadOptions { Strict = true }).Tunes[0].Error!;
        Assert.Equal((4, column, expected, found), (error.Line, error.Column, error.Expected, error.Found));
    }

    [Theory]
    [InlineData("", 1, "the end of the file")]
    [InlineData("\n\nhello\n", 3, "'hello'")]
    [InlineData("T:a title\nno more", 1, "'T:a title'")]
    public void What_holds_no_tune_is_refused(string text, int line, string found)
    {
        AbcFormatException error = Assert.Throws<AbcFormatException>(() => AbcTunebook.Parse(text));
        Assert.Equal((line, found), (error.Line, error.Found));
    }

    [Fact]
    public void A_tune_may_stand_without_its_number()
    {
        AbcTune tune = Assert.Single(AbcTunebook.Parse("T:Alone\nK:C\nCDE").Tunes);
        Assert.Equal(("Alone", 0, 3), (tune.Title, tune.Number, tune.Score!.Tracks[0].Notes.Count));
    }

    [Fact]
    public void A_blank_line_ends_a_tune_and_music_after_it_is_warned_of()
    {
        AbcTune tune = AbcTunebook.Parse("X:1\nT:A\n\nM:4/4\nK:C\nC|\n\nD|\n").Tunes[0];
        Assert.Single(tune.Score!.Tracks[0].Notes);
        Assert.Equal((8, 1), (tune.Warnings[0].Line, tune.Warnings[0].Column));
    }

    [Fact]
    public void Warnings_are_counted_when_there_are_too_many_to_keep()
    {
        AbcTune tune = AbcSong.Tune(string.Join("\n", Enumerable.Repeat("C?", 150)));
        Assert.Equal(AbcLog.Most + 1, tune.Warnings.Count);
        Assert.Equal("50 more from line 106 on", tune.Warnings[^1].Message);
    }

    [Fact]
    public void A_tune_that_repeats_too_much_is_an_error_at_its_music()
    {
        string music = string.Concat(Enumerable.Repeat("C|", 10_000));
        AbcFormatException error = AbcSong.Tune($"|:{music}C{new string(':', 99)}|").Error!;
        Assert.Equal((6, "at most 1,000,000 notes and bar lines with all repeats"), (error.Line, error.Expected));
    }

    [Fact]
    public void The_repeats_of_all_voices_count_together()
    {
        string music = $"|:{string.Concat(Enumerable.Repeat("z|", 2_000))}C{new string(':', 99)}|";
        AbcFormatException error = AbcSong.Tune(string.Concat(Enumerable.Range(0, 3).Select(voice => $"V:{voice}\n{music}\n"))).Error!;
        Assert.Equal("at most 1,000,000 notes and bar lines with all repeats", error.Expected);
    }

    [Fact]
    public void A_part_that_is_missing_is_warned_of_once()
    {
        AbcTune tune = AbcSong.Tune("P:A\nCDEF|", "M:4/4\nL:1/4\nP:A(Z)999\nK:C");
        string order = $"'A{new string('Z', 23)}...'";
        Assert.Equal(
            $"expected part Z of the order {order} at line 7, column 3, found none; the others are played",
            Assert.Single(tune.Warnings).Message);
    }

    [Fact]
    public void Of_the_fields_before_all_tunes_the_last_of_a_kind_holds()
    {
        AbcTunebook book = AbcTunebook.Parse("M:6/8\nL:1/8\nM:3/4\nL:1/4\n\nX:1\nK:C\nCDE|\n\nX:2\nK:C\nCDE|\n");
        Assert.All(book.Tunes, tune => Assert.Equal((new Meter(3, 4), 3), (tune.Score!.Meters.At(0), tune.Score.Tracks[0].Notes.Count)));
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_left_open()
    {
        using MemoryStream stream = new("%%\nX:1\nT:Little\nK:C\nCDE|\n"u8.ToArray());
        stream.Position = 3;
        Assert.Equal("Little", Assert.Single(AbcTunebook.Load(stream).Tunes).Title);
        Assert.True(stream.CanRead);
        Assert.Throws<AbcFormatException>(() => AbcTunebook.Load(stream)); // it is at its end
    }

    [Fact]
    public void A_file_is_named_in_what_is_said_of_it()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "no tune");
            AbcFormatException error = Assert.Throws<AbcFormatException>(() => AbcTunebook.Load(path));
            Assert.Equal(path, error.Path);
            Assert.StartsWith($"{path}: expected a tune that begins with X: at line 1", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
