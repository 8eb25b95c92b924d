using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class NotePairingTests
{
    private static readonly Pitch C = new(60);

    [Fact]
    public void A_release_ends_the_oldest_press_of_its_channel_and_pitch()
    {
        ScoreTrack track = new(
            [new(0, C, 64, 0), new(10, C, 70, 0), new(12, C, 80, 1), new(20, C, 0, 0), new(30, C, 0, 0), new(40, C, 0, 1)]);
        Assert.Equal([new(0, 20, C, 64, 0), new(10, 20, C, 70, 0), new(12, 28, C, 80, 1)], track.Notes);
    }

    [Fact]
    public void A_press_without_a_release_lasts_to_the_end_of_the_track() =>
        Assert.Equal([new Note(5, 95, C, 64, 0)], new ScoreTrack([new(5, C, 64, 0)], endTick: 100).Notes);

    [Fact]
    public void A_release_that_ends_nothing_is_passed_over()
    {
        ScoreTrack track = new([new(0, C, 0, 0), new(5, C, 64, 0), new(6, new Pitch(61), 0, 0), new(8, C, 0, 0)]);
        Assert.Equal([new Note(5, 3, C, 64, 0)], track.Notes);
    }

    [Fact]
    public void A_track_ends_no_earlier_than_its_last_event()
    {
        Assert.Equal(8, new ScoreTrack([new(8, C, 0, 0)], endTick: 5).EndTick);
        Assert.Equal(9, new ScoreTrack([new(8, C, 0, 0)], programs: [new(9, 0, 1)]).EndTick);
    }

    [Fact]
    public void At_one_tick_notes_are_released_before_others_are_pressed()
    {
        ScoreTrack track = ScoreTrack.FromNotes([new(10, 10, C, 64, 0), new(0, 10, C, 64, 0), new(0, 10, new Pitch(55), 64, 0)]);
        Assert.Equal(
            [(0, 55, true), (0, 60, true), (10, 55, false), (10, 60, false), (10, 60, true), (20, 60, false)],
            track.Keys.Select(key => ((int)key.Tick, key.Pitch.Number, key.IsPress)));
    }

    [Fact]
    public void Notes_that_do_not_overlap_survive_their_keys() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 9], Gen.Int[0, 127], Gen.Int[1, 127], Gen.Int[0, 15]).Array[0, 30].Sample(parts =>
        {
            long tick = 0;
            List<Note> notes = [];
            foreach ((int rest, int length, int pitch, int velocity, int channel) in parts)
            {
                notes.Add(new Note(tick + rest, length, new Pitch(pitch), velocity, channel));
                tick = notes[^1].End;
            }

            return ScoreTrack.FromNotes(notes).Notes.SequenceEqual(notes);
        });

    [Fact]
    public void Each_channel_pairs_its_own_notes() =>
        Gen.Select(
            Gen.Int[0, 2], Gen.Int[60, 61], Gen.Bool, Gen.OneOf(Gen.Const(0), Gen.Const(1), Gen.Const(15))).Array[0, 40].Sample(parts =>
        {
            long tick = 0;
            KeyEvent[] keys =
                [.. parts.Select(part => new KeyEvent(tick += part.Item1, new Pitch(part.Item2), part.Item3 ? 64 : 0, part.Item4))];
            return new ScoreTrack(keys).Notes.SequenceEqual(PairByQueues(keys, tick));
        });

    /// <summary>What pairing means: a queue of presses for each pitch of each channel.</summary>
    private static Note[] PairByQueues(KeyEvent[] keys, long endTick)
    {
        List<Note> notes = [];
        Dictionary<(int Channel, Pitch Pitch), Queue<int>> sounding = [];
        foreach (KeyEvent key in keys)
        {
            sounding.TryAdd((key.Channel, key.Pitch), new Queue<int>());
            Queue<int> presses = sounding[(key.Channel, key.Pitch)];
            if (key.IsPress)
            {
                presses.Enqueue(notes.Count);
                notes.Add(new Note(key.Tick, endTick - key.Tick, key.Pitch, key.Velocity, key.Channel));
            }
            else if (presses.TryDequeue(out int index))
            {
                notes[index] = notes[index] with { Length = key.Tick - notes[index].Onset };
            }
        }

        return [.. notes];
    }
}
