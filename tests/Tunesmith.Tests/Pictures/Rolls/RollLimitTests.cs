using Tunesmith.Music;
using Tunesmith.Pictures.Rolls;
using static Tunesmith.Tests.Pictures.SvgPictures;

namespace Tunesmith.Tests.Pictures.Rolls;

/// <summary>However long a song is, its picture is not.</summary>
public sealed class RollLimitTests
{
    private const int MostBytes = 3_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hundred_thousand_notes_make_a_picture_of_bounded_size_that_tells_what_is_left_out(bool isOneLine)
    {
        Score song = Song(Enumerable.Range(0, 100_000)
            .Select(index => new Note(index / 4 * 6L, 12, new Pitch(30 + (index % 70)), 90, index % 8)));
        PianoRoll roll = PianoRoll.Draw(song, new PianoRollOptions { IsOneLine = isOneLine });

        AssertBounded(roll);
        Assert.InRange(roll.LastBar, 10, roll.Bars - 1);
        Assert.Contains(
            FormattableString.Invariant($"... and {roll.Bars - roll.LastBar:N0} more bars"), Texts(AssertSound(roll.Picture)));
    }

    [Fact]
    public void A_bar_of_a_hundred_thousand_notes_counts_those_left_out()
    {
        Score song = Song(Enumerable.Range(0, 100_000).Select(index => new Note(index % 380, 4, new Pitch(index % 128), 90, 0)));
        PianoRoll roll = PianoRoll.Draw(song);
        AssertBounded(roll);
        Assert.Equal(100_000 - PianoRollOptions.MostMarks, roll.NotesLeftOut);
        Assert.Contains("... and 80,000 more notes in these bars", Texts(AssertSound(roll.Picture)));
    }

    [Fact]
    public void Notes_that_sound_throughout_are_bounded_too()
    {
        Score song = Song(Enumerable.Range(0, 2_000).Select(index => new Note(index, 400_000, new Pitch(index % 128), 90, index % 16)));
        AssertBounded(PianoRoll.Draw(song));
    }

    [Fact]
    public void Two_hours_and_more_are_cut_at_a_bar()
    {
        PianoRoll roll = PianoRoll.Draw(Song([new Note(0, 96, new Pitch(60), 90, 0), new Note(1L << 40, 96, new Pitch(72), 90, 0)]));
        AssertBounded(roll);
        Assert.Equal(PianoRollOptions.MostBars, roll.LastBar);
    }

    [Theory]
    [InlineData(255, 1)]
    [InlineData(1, 1 << 30)]
    [InlineData(255, 1 << 30)]
    public void Odd_meters_are_bounded_too(int numerator, int denominator)
    {
        MeterMap meters = new([new MeterChange(0, new Meter(numerator, denominator))]);
        PianoRoll roll = PianoRoll.Draw(Song([new Note(0, 96, new Pitch(60), 90, 0), new Note(20_000, 96, new Pitch(72), 90, 0)], meters));
        AssertBounded(roll);
        AssertSound(roll.Picture);
    }

    [Fact]
    public void Many_parts_share_a_legend_of_bounded_size()
    {
        ScoreTrack[] tracks =
        [
            .. Enumerable.Range(0, 300)
                .Select(index => ScoreTrack.FromNotes([new Note(index, 50, new Pitch(60), 90, index % 16)], $"voice {index}")),
        ];
        PianoRoll roll = PianoRoll.Draw(new Score(96, tracks));
        Assert.Contains("and 261 more", Texts(AssertSound(roll.Picture)));
    }

    [Fact]
    public void The_shared_songs_all_make_sound_pictures()
    {
        string folder = SharedData.Require("data/torture/files");
        int drawn = 0;
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            Score score;
            try
            {
                score = Score.Load(file);
            }
            catch (Tunesmith.Midi.MidiFormatException)
            {
                continue;
            }

            PianoRoll roll = PianoRoll.Draw(score, new PianoRollOptions { Title = Path.GetFileName(file), LastBar = 40 });
            AssertBounded(roll);
            AssertSound(roll.Picture);
            drawn++;
        }

        Assert.InRange(drawn, 100, 10_000);
    }

    private static void AssertBounded(PianoRoll roll)
    {
        Assert.InRange(roll.Picture.Svg.Length, 0, MostBytes);
        Assert.InRange(roll.LastBar, 0, PianoRollOptions.MostBars);
    }

    private static Score Song(IEnumerable<Note> notes, MeterMap? meters = null) => new(96, [ScoreTrack.FromNotes(notes)], meters: meters);
}
