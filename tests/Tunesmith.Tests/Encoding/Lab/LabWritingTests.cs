using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Lab;
using Tunesmith.Music;
using static Tunesmith.Tests.Encoding.Songs;

namespace Tunesmith.Tests.Encoding.Lab;

public sealed class LabWritingTests
{
    private const int Rest = -1;

    private static readonly Gen<int[]> Pitches = Gen.OneOf(Gen.Const(Rest), Gen.Int[24, 101], Gen.Const(60)).Array[0, 300];

    [Fact]
    public void A_step_is_55_ticks_and_releases_come_before_presses()
    {
        Score song = Encodings.Lab.Write(Melody.FromSoundingPitches([Rest, 60, 60, 62, Rest]));

        Assert.Equal(220, song.TicksPerQuarter);
        Assert.Empty(song.Tempos.Changes);
        Assert.Empty(song.Meters.Changes);
        ScoreTrack track = Assert.Single(song.Tracks);
        Assert.Equal([Press(55, 60), Off(165, 60), Press(165, 62), Off(220, 62)], track.Keys);
        Assert.Equal(221, track.EndTick);
    }

    [Fact]
    public void What_sounds_to_the_end_is_released_at_the_end_of_the_last_step()
    {
        ScoreTrack track = Assert.Single(Encodings.Lab.Write(Melody.FromSoundingPitches([60, 60])).Tracks);
        Assert.Equal([Press(0, 60), Off(110, 60)], track.Keys);
        Assert.Equal(111, track.EndTick);
    }

    [Fact]
    public void Rests_at_the_end_are_written_but_silence_alone_is_an_empty_track()
    {
        // the last of 4 steps starts at tick 165
        Assert.Equal(166, Encodings.Lab.Write(Melody.FromSoundingPitches([60, Rest, Rest, Rest])).EndTick);
        Assert.Equal(1, Encodings.Lab.Write(Melody.FromSoundingPitches([Rest, Rest, Rest, Rest])).EndTick);
        Assert.Equal(1, Encodings.Lab.Write(Melody.FromSoundingPitches([])).EndTick);
    }

    [Fact]
    public void Chords_are_written_by_ascending_pitch()
    {
        UInt128 chord = (UInt128.One << 0) | (UInt128.One << 40) | (UInt128.One << 77);
        UInt128 next = (UInt128.One << 1) | (UInt128.One << 40) | (UInt128.One << 76);
        ScoreTrack track = Assert.Single(LabWriter.Write(new LabRoll([chord, next])).Tracks);
        Assert.Equal(
            [
                Press(0, 24), Press(0, 64), Press(0, 101),
                Off(55, 24), Off(55, 101), Press(55, 25), Press(55, 100),
                Off(110, 25), Off(110, 64), Off(110, 100),
            ],
            track.Keys);
    }

    [Fact]
    public void A_struck_again_note_is_written_as_one() =>
        Assert.Equal(
            2,
            Encodings.Lab.Write(new Melody([MelodyStep.Onset(new Pitch(60)), MelodyStep.Onset(new Pitch(60))])).Tracks[0].Keys.Count);

    [Fact]
    public void What_is_written_is_heard_again_with_a_rest_at_the_end() =>
        Pitches.Where(pitches => pitches.Any(p => p != Rest)).Sample(pitches =>
    {
        int[] heard = Encodings.Lab.Hear(Encodings.Lab.Write(Melody.FromSoundingPitches(pitches))).SoundingPitches();
        Assert.Equal(pitches[^1] == Rest ? pitches : [.. pitches, Rest], heard);
    });

    [Fact]
    public void Silence_is_heard_again_as_one_rest() => Gen.Int[0, 100].Sample(length =>
        Assert.Equal([Rest], Encodings.Lab.Hear(Encodings.Lab.Write(new Melody(new MelodyStep[length]))).SoundingPitches()));

    [Fact]
    public void A_written_roll_is_heard_again() => Gen.Select(
        Gen.ULong, Gen.ULong[0, (1UL << 14) - 1], Gen.Int[0, 3]).Array[1, 100].Sample(parts =>
    {
        UInt128[] rows = [.. parts.Select(part => part.Item3 == 0 ? 0 : new UInt128(part.Item2, part.Item1)), UInt128.One, 0];
        Assert.Equal(rows, LabRoll.Hear(LabWriter.Write(new LabRoll(rows))).Rows);
    });

    private static KeyEvent Press(long tick, int pitch) => On(tick, pitch) with { Velocity = 40 };
}
