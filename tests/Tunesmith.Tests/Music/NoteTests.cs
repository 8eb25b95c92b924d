using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class NoteTests
{
    private static readonly Pitch C = new(60);

    [Fact]
    public void A_note_is_a_time_a_length_and_a_pitch() => Assert.Equal(new Note(96, 48, C, 80, 0), new Note(96, 48, C));

    [Theory]
    [InlineData(-1, 1, 80, 0, "Onset")]
    [InlineData(0, -1, 80, 0, "Length")]
    [InlineData(0, 1, 0, 0, "Velocity")]
    [InlineData(0, 1, 128, 0, "Velocity")]
    [InlineData(0, 1, 80, -1, "Channel")]
    [InlineData(0, 1, 80, 16, "Channel")]
    public void What_is_out_of_range_is_named(long onset, long length, int velocity, int channel, string name)
    {
        Assert.Equal(name, Refuse(() => new Note(onset, length, C, velocity, channel)));
        Note note = new(0, 1, C);
        Assert.Equal(name, Refuse(() => note with { Onset = onset, Length = length, Velocity = velocity, Channel = channel }));
    }

    [Theory]
    [InlineData(-1, 80, 0, "Tick")]
    [InlineData(0, -1, 0, "Velocity")]
    [InlineData(0, 128, 0, "Velocity")]
    [InlineData(0, 80, -1, "Channel")]
    [InlineData(0, 80, 16, "Channel")]
    public void So_it_is_of_a_key(long tick, int velocity, int channel, string name)
    {
        Assert.Equal(name, Refuse(() => new KeyEvent(tick, C, velocity, channel)));
        Assert.Equal(name, Refuse(() => default(KeyEvent) with { Tick = tick, Velocity = velocity, Channel = channel }));
    }

    [Fact]
    public void A_song_has_the_notes_of_all_its_tracks()
    {
        Note[] notes = [new(0, 1, C), new(1, 1, C), new(0, 2, new Pitch(48), Channel: 1)];
        Assert.Equal(notes, new Score(96, [ScoreTrack.FromNotes(notes[..2]), ScoreTrack.FromNotes(notes[2..])]).Notes);
    }

    [Fact]
    public void A_song_says_how_much_there_is_of_it()
    {
        Assert.Equal("0 tracks, 0 notes, 0.0 s", new Score(96, []).ToString());
        ScoreTrack track = ScoreTrack.FromNotes([new Note(0, 96, C)]);
        Assert.Equal("1 track, 1 note, 0.5 s", new Score(96, [track]).ToString());
        Assert.Equal("2 tracks, 2 notes, 1.2 s", new Score(96, [track, track], new TempoMap(50)).ToString());
    }

    private static string? Refuse(Func<object> make) => Assert.Throws<ArgumentOutOfRangeException>(make).ParamName;
}
