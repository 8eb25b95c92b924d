using System.Xml.Linq;
using CsCheck;
using Tunesmith.Music;
using Tunesmith.Pictures;
using Tunesmith.Pictures.Rolls;
using static Tunesmith.Tests.Pictures.SvgPictures;

namespace Tunesmith.Tests.Pictures.Rolls;

public sealed class PianoRollTests
{
    private const int Quarter = 96;

    [Fact]
    public void Every_note_has_its_mark_at_its_time_and_pitch()
    {
        Note[] notes = [Note(0, 96, 60), Note(96, 48, 64), Note(144, 240, 67), Note(384, 384, 72)];
        PianoRoll roll = PianoRoll.Draw(Song(notes), new PianoRollOptions { IsOneLine = true, QuarterWidth = 40 });
        XElement svg = AssertSound(roll.Picture);

        XElement[] marks = Marks(svg);
        Assert.Equal(notes.Length, marks.Length);
        double left = roll.Spans[0].Left;
        for (int index = 0; index < notes.Length; index++)
        {
            Assert.Equal(left + (notes[index].Onset * 40.0 / Quarter), Number(marks[index], "x"), 0.5);
            Assert.Equal(notes[index].Length * 40.0 / Quarter, Number(marks[index], "width"), 2.0);
        }

        double row = (Number(marks[0], "y") - Number(marks[3], "y")) / 12;
        Assert.Equal(8, row, 0.01);
        Assert.Equal(Number(marks[0], "y") - (4 * row), Number(marks[1], "y"), 0.02);
        Assert.Equal(Number(marks[0], "y") - (7 * row), Number(marks[2], "y"), 0.02);
    }

    [Fact]
    public void Lines_hold_whole_bars_and_a_note_over_two_lines_is_two_marks()
    {
        Note[] notes =
        [
            .. Enumerable.Range(0, 20).Select(bar => Note(bar * 4 * Quarter, 4 * Quarter, 60 + bar)),
            Note(7 * 4 * Quarter, 8 * Quarter, 50),
        ];
        PianoRoll roll = PianoRoll.Draw(Song(notes));
        XElement svg = AssertSound(roll.Picture);

        Assert.Equal((20, 1, 20), (roll.Bars, roll.FirstBar, roll.LastBar));
        Assert.Equal(3, roll.Spans.Select(span => span.Top).Distinct().Count()); // eight bars a line
        Assert.Equal(22, Marks(svg).Length);
        Assert.Equal([.. Enumerable.Range(1, 20)], Texts(svg).Where(text => int.TryParse(text, out _)).Select(int.Parse).Order());
    }

    [Fact]
    public void An_upbeat_is_bar_one_and_stands_before_the_bars_of_its_line()
    {
        MeterMap jig = new([new MeterChange(-5 * Quarter / 2, new Meter(6, 8))]);
        Note[] notes = [Note(0, 48, 62), .. Enumerable.Range(0, 60).Select(index => Note(48 + (index * 48), 48, 64))];
        PianoRoll roll = PianoRoll.Draw(Song(notes, meters: jig), new PianoRollOptions { Title = "Jig" });
        XElement svg = AssertSound(roll.Picture);

        Assert.Equal(11, roll.Bars);
        Assert.Contains("6/8", Texts(svg));
        Assert.Contains("bars 1 to 11 of 11, in 6/8", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal("Jig", svg.Element(Svg + "title")!.Value);
        double width = roll.Spans[0].Right - roll.Spans[0].Left;
        Assert.Equal((48.0 + (8 * 288)) / (2 * 288), width / (roll.Spans[1].Right - roll.Spans[1].Left), 0.01);
    }

    [Fact]
    public void Primer_and_composed_part_are_told_apart_by_a_line_and_by_outlines()
    {
        Note[] notes = [Note(0, 192, 60), Note(192, 192, 62), Note(300, 200, 64), Note(600, 96, 65)];
        PianoRoll roll = PianoRoll.Draw(Song(notes), new PianoRollOptions { ComposedFrom = 384 });
        XElement svg = AssertSound(roll.Picture);

        Assert.Equal(1, Texts(svg).Count(text => text == "primer"));
        Assert.Equal(1, Texts(svg).Count(text => text == "composed"));
        Assert.Equal(3, OfClass(svg, "ts-primer").Elements().Count()); // the third note goes on beyond the line
        Assert.Equal(5, Marks(svg).Length);
        Assert.Contains("first 1 bars is the primer", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        double line = roll.PlaceAt(2)!.Value.X; // four quarters at 120
        XElement end = OfClass(svg, "ts-end").Single();
        Assert.StartsWith($"M{SvgWriter.Number(line)} ", end.Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Quarter)]
    [InlineData((8 * 4 * Quarter) - 1)]
    [InlineData(8 * 4 * Quarter)]
    [InlineData(20 * 4 * Quarter)]
    public void Wherever_the_primer_ends_its_words_have_room(long tick)
    {
        Note[] notes = [.. Enumerable.Range(0, 80).Select(index => Note(index * Quarter, Quarter, 60))];
        AssertSound(PianoRoll.Draw(Song(notes), new PianoRollOptions { ComposedFrom = tick }).Picture);
        AssertSound(PianoRoll.Draw(Song(notes), new PianoRollOptions { ComposedFrom = tick, Width = 240 }).Picture);
    }

    [Fact]
    public void Drums_have_rows_of_their_own_by_name_and_no_pitch()
    {
        Note[] drums = [.. Enumerable.Range(0, 8).Select(index => new Note(index * 48, 10, new Pitch(index % 2 == 0 ? 36 : 38), 100, 9))];
        PianoRoll roll = PianoRoll.Draw(new Score(Quarter, [ScoreTrack.FromNotes(drums), ScoreTrack.FromNotes([Note(0, 96, 60)], "Tune")]));
        XElement svg = AssertSound(roll.Picture);

        Assert.Contains("bass drum 1", Texts(svg));
        Assert.Contains("snare 1", Texts(svg));
        Assert.DoesNotContain("C2", Texts(svg));
        XElement marks = OfClass(svg, "ts-notes").Last(element => element.Name == Svg + "path");
        Assert.Equal(8, marks.Attribute("d")!.Value.Count(sign => sign == 'M'));
        Assert.Equal(["drums", "Tune"], Texts(svg).Where(text => text is "drums" or "Tune"));

        AssertSound(PianoRoll.Draw(Song(drums)).Picture); // drums alone
    }

    [Fact]
    public void Parts_differ_in_colour_and_in_pattern()
    {
        ScoreTrack[] tracks =
        [
            .. Enumerable.Range(0, 16).Select(index => ScoreTrack.FromNotes(
                [Note(0, 96, 50 + index) with { Channel = index == GeneralMidi.DrumChannel ? 0 : index }], $"part {index}")),
        ];
        XElement svg = AssertSound(PianoRoll.Draw(new Score(Quarter, tracks)).Picture);

        Assert.Equal(14, svg.Descendants(Svg + "pattern").Count()); // two of sixteen are plain
        string style = svg.Element(Svg + "style")!.Value;
        string[] light = [.. style.Split('\n').TakeWhile(line => !line.StartsWith('@'))];
        string[] looks =
        [
            .. Enumerable.Range(0, 16).Select(index => string.Join(
                ' ', light.Where(line => line.Contains($".ts-p{index}{{", StringComparison.Ordinal)).Select(line => line.Split('{')[1]))),
        ];
        Assert.Equal(16, looks.Distinct().Count());
        Assert.All(Enumerable.Range(0, 16), index => Assert.Contains($"part {index}", Texts(svg)));
    }

    [Fact]
    public void Softer_notes_are_paler()
    {
        Note[] notes = [Note(0, 96, 60), Note(96, 96, 60) with { Velocity = 20 }];
        XElement svg = AssertSound(PianoRoll.Draw(Song(notes)).Picture);
        Assert.Equal(
            ["ts-notes ts-p0", "ts-notes ts-p0 ts-v0"], Marks(svg).Select(mark => mark.Parent!.Attribute("class")!.Value));
    }

    [Fact]
    public void Meters_and_tempi_are_marked_where_they_begin()
    {
        MeterMap meters = new([new MeterChange(0, new Meter(3, 4)), new MeterChange(3 * Quarter, new Meter(2, 4))]);
        TempoMap tempos = new([new TempoChange(0, 600_000), new TempoChange(3 * Quarter, 400_000), new TempoChange(4 * Quarter, 400_500)]);
        Note[] notes = [.. Enumerable.Range(0, 9).Select(index => Note(index * Quarter, Quarter, 60))];
        XElement svg = AssertSound(PianoRoll.Draw(new Score(Quarter, [ScoreTrack.FromNotes(notes)], tempos, meters)).Picture);

        Assert.Equal(["3/4", "2/4"], Texts(svg).Where(text => text.Contains('/', StringComparison.Ordinal)));
        Assert.Equal(["= 100", "= 150"], Texts(svg).Where(text => text.StartsWith('=')));
    }

    [Fact]
    public void Bars_can_be_chosen_and_the_rest_is_counted()
    {
        Note[] notes = [.. Enumerable.Range(0, 40).Select(index => Note(index * Quarter, Quarter, 60 + index))];
        PianoRoll roll = PianoRoll.Draw(Song(notes), new PianoRollOptions { FirstBar = 3, LastBar = 4 });
        XElement svg = AssertSound(roll.Picture);

        Assert.Equal((10, 3, 4), (roll.Bars, roll.FirstBar, roll.LastBar));
        Assert.Equal(8, Marks(svg).Length);
        Assert.Contains("... and 6 more bars", Texts(svg));
        Assert.Equal(["3", "4"], Texts(svg).Where(text => int.TryParse(text, out _)));

        PianoRoll none = PianoRoll.Draw(Song(notes), new PianoRollOptions { FirstBar = 11 });
        Assert.Equal((10, 0, 0), (none.Bars, none.FirstBar, none.LastBar));
        Assert.Contains("none of these bars: the song has 10", Texts(AssertSound(none.Picture)));
    }

    [Fact]
    public void A_song_without_notes_says_so()
    {
        PianoRoll roll = PianoRoll.Draw(new Score(Quarter, []));
        Assert.Contains("no notes", Texts(AssertSound(roll.Picture)));
        Assert.Null(roll.PlaceAt(1));
        Assert.Null(roll.SecondsAt(1, 1));
    }

    [Fact]
    public void A_hostile_name_is_a_text_and_short()
    {
        string hostile = "</text><script>alert(1)</script>\u202e\u0000\u0007 & \"'" + new string('w', 5_000);
        ScoreTrack[] tracks = [ScoreTrack.FromNotes([Note(0, 96, 60)], hostile), ScoreTrack.FromNotes([Note(0, 96, 64)], hostile)];
        PianoRoll roll = PianoRoll.Draw(new Score(Quarter, tracks), new PianoRollOptions { Title = hostile });
        XElement svg = AssertSound(roll.Picture);

        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.InRange(roll.Picture.Svg.Length, 0, 6_000);
        Assert.All(Texts(svg), text => Assert.InRange(text.Length, 0, 120));
    }

    [Fact]
    public void The_same_song_is_the_same_bytes_and_several_stand_in_one_page()
    {
        Score song = Song([Note(0, 96, 60), Note(96, 96, 61)]);
        Assert.Equal(PianoRoll.Draw(song).Picture.ToBytes(), PianoRoll.Draw(song).Picture.ToBytes());

        PianoRollOptions options = new() { Id = "tune-2", HasPaper = false, ShowsTitle = false, Title = "Two" };
        Picture second = PianoRoll.Draw(song, options).Picture;
        XElement svg = AssertSound(second, "tune-2");
        Assert.DoesNotContain("Two", Texts(svg));
        Assert.DoesNotContain("ts-paper", second.Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PictureTheme.Light, "#ffffff")]
    [InlineData(PictureTheme.Dark, "#12171c")]
    public void A_theme_has_its_own_colours_and_no_others(PictureTheme theme, string paper)
    {
        Picture picture = PianoRoll.Draw(Song([Note(0, 96, 60)]), new PianoRollOptions { Theme = theme }).Picture;
        AssertSound(picture);
        Assert.Contains($".ts-paper{{fill:{paper}}}", picture.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("@media", picture.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_their_range_are_refused()
    {
        Score song = Song([Note(0, 96, 60)]);
        Assert.Throws<ArgumentException>(() => PianoRoll.Draw(song, new PianoRollOptions { Id = "a\"b" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PianoRoll.Draw(song, new PianoRollOptions { Width = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PianoRoll.Draw(song, new PianoRollOptions { FirstBar = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PianoRoll.Draw(song, new PianoRollOptions { FirstBar = 2, LastBar = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PianoRoll.Draw(song, new PianoRollOptions { QuarterWidth = 0 }));
    }

    [Fact]
    public void A_short_song_on_one_line_has_room_for_its_legend()
    {
        Score song = Song(
            [new Note(0, 24, new Pitch(60), 80, 5), new Note(24, 24, new Pitch(64), 80, 12), new Note(48, 24, new Pitch(67), 80, 13)]);
        AssertSound(PianoRoll.Draw(song, new PianoRollOptions { Width = 644, IsOneLine = true }).Picture);
    }

    [Fact]
    public void Any_song_makes_a_sound_picture()
    {
        Gen<Note> note = Gen.Select(Gen.Int[0, 5_000], Gen.Int[0, 600], Gen.Int[0, 127], Gen.Int[1, 127], Gen.Int[0, 15])
            .Select(parts => new Note(parts.Item1, parts.Item2, new Pitch(parts.Item3), parts.Item4, parts.Item5));
        Gen<MeterChange> meter = Gen.Select(Gen.Int[-300, 5_000], Gen.Int[1, 13], Gen.Int[0, 5])
            .Select((tick, beats, power) => new MeterChange(tick, new Meter(beats, 1 << power)));
        Gen<TempoChange> tempo = Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 2_000_000])
            .Select((tick, length) => new TempoChange(tick, length));
        Gen.Select(note.Array[0, 40], meter.Array[0, 4], tempo.Array[0, 6], Gen.Int[240, 1_200], Gen.Bool)
            .Sample((notes, meters, tempos, width, isOneLine) =>
            {
                Score score = new(Quarter, [ScoreTrack.FromNotes(notes)], new TempoMap(tempos), new MeterMap(meters));
                PianoRoll roll = PianoRoll.Draw(score, new PianoRollOptions { Width = width, IsOneLine = isOneLine, ComposedFrom = 960 });
                AssertSound(roll.Picture);
                double time = double.NegativeInfinity;
                foreach (RollSpan span in roll.Spans)
                {
                    Assert.True(span.FromSeconds >= time - 1e-9 && span.ToSeconds > span.FromSeconds && span.Right > span.Left);
                    time = span.ToSeconds;
                }
            }, iter: 300);
    }

    private static XElement[] Marks(XElement svg) =>
        [.. svg.Elements(Svg + "g").Elements(Svg + "rect")];

    private static Note Note(long onset, long length, int pitch) => new(onset, length, new Pitch(pitch), 100, 0);

    private static Score Song(IEnumerable<Note> notes, MeterMap? meters = null) =>
        new(Quarter, [ScoreTrack.FromNotes(notes)], meters: meters);
}
