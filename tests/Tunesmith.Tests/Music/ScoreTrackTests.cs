using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class ScoreTrackTests
{
    private static readonly Gen<Note> Note = Gen.Select(
        Gen.Long[0, 6], Gen.Long[0, 3], Gen.Int[60, 62], Gen.Int[1, 3], Gen.Int[0, 2],
        (onset, length, pitch, velocity, channel) => new Note(onset, length, new Pitch(pitch), velocity, channel));

    [Fact]
    public void The_keys_of_notes_come_by_tick_releases_first_and_then_by_pitch() => Note.Array[0, 20].Sample(notes =>
    {
        IEnumerable<KeyEvent> expected = notes
            .SelectMany(note => new KeyEvent[]
            {
                new(note.Onset, note.Pitch, note.Velocity, note.Channel),
                new(note.End, note.Pitch, 0, note.Channel),
            })
            .OrderBy(key => (key.Tick, key.IsPress, key.Pitch));
        Assert.Equal(expected, ScoreTrack.FromNotes(notes).Keys);
    });

    [Fact]
    public void The_keys_of_a_track_are_its_own()
    {
        KeyEvent[] keys = [new(0, new Pitch(60), 1, 0)];
        ScoreTrack track = new(keys);
        keys[0] = new(9, new Pitch(61), 1, 0);
        Assert.Equal(new KeyEvent(0, new Pitch(60), 1, 0), Assert.Single(track.Keys));
    }
}
