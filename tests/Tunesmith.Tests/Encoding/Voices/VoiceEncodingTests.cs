using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Voices;

public sealed class VoiceEncodingTests
{
    private const int Hold = 0;
    private const int Rest = 1;

    private static MelodyEncoding Usual => Encodings.ByName("melody");

    [Fact]
    public void Token_0_holds_1_rests_and_the_others_strike_the_128_pitches()
    {
        Assert.Equal(("melody", 130, 1, 4), (Usual.Name, Usual.TokenCount, Usual.RestToken, Usual.StepsPerQuarter));
        Assert.Equal(MelodyVoice.Auto, Usual.Voice);
        Assert.Equal(["hold", "rest", "C-1", "C4", "G9"], new[] { 0, 1, 2, 62, 129 }.Select(Usual.TokenName));
        Pitch c = new(60);
        Melody melody = new(
            [MelodyStep.Rest, MelodyStep.Onset(c), MelodyStep.Hold(c), MelodyStep.Onset(c), MelodyStep.Onset(new Pitch(127))]);
        Assert.Equal([Rest, 62, Hold, 62, 129], Usual.Encode(melody).Tokens);
    }

    [Fact]
    public void A_melody_becomes_tokens_and_the_same_melody_again() => Melodies.Any.Sample(melody =>
    {
        MelodyEncoding encoding = Encodings.Melody(grid: melody.StepsPerQuarter);
        Melodies.AssertSame(melody, encoding.Decode(encoding.Encode(melody).Tokens, melody));
    });

    [Fact]
    public void A_melody_is_written_and_heard_again_as_it_was() => Melodies.EndingInANote.Sample(melody =>
    {
        MelodyVoice[] voices = [MelodyVoice.Auto, MelodyVoice.Highest, MelodyVoice.Lowest, MelodyVoice.Track(0), MelodyVoice.Channel(0)];
        foreach (MelodyVoice voice in voices)
        {
            MelodyEncoding encoding = Encodings.Melody(voice, melody.StepsPerQuarter);
            Score written = encoding.Write(melody);
            Melodies.AssertSame(melody, encoding.Hear(written));
            Assert.Equal(0, encoding.VoiceOf(written)?.Crowded);
        }
    });

    [Fact]
    public void A_melody_goes_through_the_bytes_of_a_file_unchanged() => Melodies.EndingInANote.Sample(
        melody =>
        {
            MelodyEncoding encoding = Encodings.Melody(grid: melody.StepsPerQuarter);
            byte[] bytes = encoding.Write(melody).ToMidi().ToBytes();
            Melodies.AssertSame(melody, encoding.Hear(Score.FromMidi(MidiFile.FromBytes(bytes, new MidiReadOptions { Strict = true }))));
        },
        iter: 500);

    [Fact]
    public void Rests_at_the_end_are_all_that_writing_and_hearing_again_loses() => Melodies.Any
        .Where(melody => melody.SoundingPitches().Any(p => p >= 0))
        .Sample(melody =>
        {
            MelodyEncoding encoding = Encodings.Melody(grid: melody.StepsPerQuarter);
            int length = Array.FindLastIndex(melody.SoundingPitches(), pitch => pitch >= 0) + 1;
            Melodies.AssertSame(melody.Take(length), encoding.Hear(encoding.Write(melody)));
            Score score = encoding.Write(melody);
            Assert.Equal((long)melody.Length * (score.TicksPerQuarter / melody.StepsPerQuarter), score.EndTick);
        });

    [Fact]
    public void A_song_heard_and_written_is_heard_the_same_again() => Gen.Select(
        Gen.Select(Gen.Long[0, 2000], Gen.Long[1, 400], Gen.Int[0, 127], Gen.Int[0, 2]).Array[1, 40],
        Gen.Int[1, 500],
        Gen.Int[1, 48]).Sample((notes, ppq, grid) =>
        {
            Score song = new(ppq, notes.GroupBy(note => note.Item4).Select(track => ScoreTrack.FromNotes(
                track.Select(note => new Note(note.Item1, note.Item2, new Pitch(note.Item3), 90, note.Item4)))));
            MelodyEncoding encoding = Encodings.Melody(grid: grid);
            Melody heard = encoding.Hear(song);
            Melodies.AssertSame(heard, encoding.Hear(encoding.Write(heard)));
        });

    [Theory]
    [InlineData(4, 480)]
    [InlineData(12, 480)]
    [InlineData(7, 483)]
    [InlineData(48, 480)]
    [InlineData(47, 517)]
    public void It_is_written_with_at_least_480_ticks_a_quarter_and_whole_ticks_a_step(int grid, int ticksPerQuarter)
    {
        Pitch c = new(60);
        Score song = Encodings.Melody(grid: grid).Write(new Melody([MelodyStep.Onset(c), MelodyStep.Onset(c)], grid));
        ScoreTrack track = Assert.Single(song.Tracks);
        int step = ticksPerQuarter / grid;
        Assert.Equal(ticksPerQuarter, song.TicksPerQuarter);
        Assert.Equal("melody", track.Name);
        Assert.Equal([new ProgramChange(0, 0, 0)], track.Programs);
        Assert.Equal([new Note(0, step, c, 80, 0), new Note(step, step, c, 80, 0)], track.Notes);
    }

    [Fact]
    public void A_hold_where_nothing_sounds_is_read_as_a_rest()
    {
        Assert.Equal([-1, -1, 60, 60, -1, -1], Usual.Decode([Hold, Rest, 62, Hold, Rest, Hold]).SoundingPitches());
        Assert.Equal(MelodyStep.Rest, Usual.DecodeStep(Hold, MelodyStep.Rest));
        Assert.Equal(MelodyStep.Hold(new Pitch(60)), Usual.DecodeStep(Hold, MelodyStep.Onset(new Pitch(60))));
    }

    [Fact]
    public void Any_tokens_make_a_melody_that_has_tokens_of_its_own() => Gen.Int[0, 129].Array[0, 100].Sample(tokens =>
    {
        Melody melody = Usual.Decode(tokens);
        Melodies.AssertSame(melody, Usual.Decode(Usual.Encode(melody).Tokens));
        Assert.Equal(tokens.Length, melody.Length);
    });

    [Fact]
    public void A_token_moves_with_its_pitch_and_hold_and_rest_stay()
    {
        Assert.Equal(
            [74, 50, -1, -1], [Usual.Transpose(62, 12), Usual.Transpose(62, -12), Usual.Transpose(62, 68), Usual.Transpose(62, -61)]);
        Assert.Equal([129, 2], [Usual.Transpose(2, 127), Usual.Transpose(129, -127)]);
        Assert.Equal([0, 1], [Usual.Transpose(0, 100), Usual.Transpose(1, int.MinValue)]);
        Assert.Equal([-1, -1], [Usual.Transpose(62, int.MaxValue), Usual.Transpose(62, int.MinValue)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Usual.Transpose(130, 1));
    }

    [Fact]
    public void Steps_stand_in_bars_also_where_a_bar_is_no_whole_number_of_steps() => Melodies.Any.Sample(melody =>
    {
        foreach (BarPosition position in Encodings.Melody(grid: melody.StepsPerQuarter).Encode(melody).Positions)
        {
            Assert.InRange(position.Length, 1, int.MaxValue);
            Assert.InRange(position.Offset, 0, position.Length - 1);
        }
    });

    [Fact]
    public void A_token_another_grid_and_a_grid_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Usual.TokenName(130));
        Assert.Throws<ArgumentOutOfRangeException>(() => Usual.Decode([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Encodings.Melody(grid: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Encodings.Melody(grid: 49));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Usual.Encode(new Melody([], 12)));
        Assert.StartsWith("This melody encoding has 4 steps a quarter, the melody 12.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Usual.Write(new Melody([], 12)));
    }

    [Fact]
    public void It_is_found_by_name_voice_and_grid()
    {
        MelodyEncoding encoding = Encodings.ByName("melody", MelodyVoice.Track(2), 12);
        Assert.Equal((MelodyVoice.Track(2), 12), (encoding.Voice, encoding.StepsPerQuarter));
        Assert.Same(Usual, Encodings.ByName("melody", MelodyVoice.Auto, 4));
        Assert.Same(Encodings.Lab, Encodings.ByName("lab", MelodyVoice.Auto, 4));
        Assert.Equal(
            "The lab encoding hears all voices on a grid of 4; leave voice and grid alone, or choose the encoding melody.",
            Assert.Throws<ArgumentException>(() => Encodings.ByName("lab", MelodyVoice.Lowest, 4)).Message);
        Assert.Throws<ArgumentException>(() => Encodings.ByName("lab", MelodyVoice.Auto, 8));
        Assert.Throws<ArgumentException>(() => Encodings.ByName("melody", MelodyVoice.Auto, 0));
    }
}
