using System.Xml.Linq;
using Tunesmith.Music;
using Tunesmith.Pictures.Rolls;

namespace Tunesmith.Tests.Pictures.Rolls;

/// <summary>Where a playhead stands when, and back.</summary>
public sealed class RollTimeTests
{
    private const int Quarter = 100;

    private static readonly TempoMap Tempos =
        new([new TempoChange(0, 500_000), new TempoChange(450, 1_000_000), new TempoChange(2_500, 250_000)]);

    private static readonly Score Song = new(
        Quarter,
        [ScoreTrack.FromNotes(Enumerable.Range(0, 64).Select(index => new Note(index * 100, 100, new Pitch(60), 90, 0)))],
        Tempos);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_playhead_is_at_each_note_when_it_sounds(bool isOneLine)
    {
        PianoRoll roll = PianoRoll.Draw(Song, new PianoRollOptions { IsOneLine = isOneLine });
        XElement[] marks = [.. SvgPictures.Parse(roll.Picture).Elements(SvgPictures.Svg + "g").Elements(SvgPictures.Svg + "rect")];
        Note[] notes = [.. Song.Tracks[0].Notes];
        Assert.Equal(notes.Length, marks.Length);
        for (int index = 0; index < notes.Length; index++)
        {
            double seconds = Song.Tempos.SecondsAt(notes[index].Onset, Quarter);
            RollPlace place = roll.PlaceAt(seconds + 1e-9)!.Value;
            Assert.Equal(place.X, SvgPictures.Number(marks[index], "x"), 0.5);
            Assert.InRange(SvgPictures.Number(marks[index], "y"), place.Top, place.Bottom);
            Assert.Equal(seconds, roll.SecondsAt(place.X, (place.Top + place.Bottom) / 2)!.Value, 1e-6);
        }
    }

    [Fact]
    public void Before_and_after_the_music_it_stands_at_the_ends()
    {
        PianoRoll roll = PianoRoll.Draw(Song, new PianoRollOptions { IsOneLine = true });
        Assert.Equal(roll.Spans[0].Left, roll.PlaceAt(-1)!.Value.X);
        Assert.Equal(roll.Spans[^1].Right, roll.PlaceAt(1e6)!.Value.X);
        Assert.Equal(0, roll.SecondsAt(-50, -50));
        Assert.Equal(roll.Spans[^1].ToSeconds, roll.SecondsAt(1e6, 1e6));
    }
}
