using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Lab;

public sealed class LabEncodingTests
{
    private const int Rest = -1;

    private static MelodyEncoding Lab => Encodings.Lab;

    [Fact]
    public void Pitches_24_to_101_are_tokens_0_to_77_and_a_rest_is_78()
    {
        Assert.Equal((79, 78), (Lab.TokenCount, Lab.RestToken));
        Assert.Equal([0, 78, 36, 77], Lab.Encode(Melody.FromSoundingPitches([24, Rest, 60, 101])).Tokens);
        Assert.Equal(["C1", "C4", "F7", "rest"], new[] { 0, 36, 77, 78 }.Select(Lab.TokenName));
    }

    [Fact]
    public void Tokens_turn_back_into_the_melody() => Gen.Int[0, 78].Array[0, 200].Sample(tokens =>
    {
        Melody melody = Lab.Decode(tokens);
        Assert.Equal(tokens, Lab.Encode(melody).Tokens);
        Assert.Equal(melody.Steps, Lab.Decode(Lab.Encode(melody).Tokens).Steps);
    });

    [Fact]
    public void A_decoded_melody_takes_on_the_tempi_and_meters_of_its_template()
    {
        Melody template = new([], 4, new TempoMap([new TempoChange(0, 400_000)]), new MeterMap([new MeterChange(0, new Meter(2, 4))]));
        Melody melody = Lab.Decode([36, 36, 78], template);
        Assert.Equal([60, 60, Rest], melody.SoundingPitches());
        Assert.True(melody.Steps[0].IsOnset);
        Assert.False(melody.Steps[1].IsOnset);
        Assert.Same(template.Tempos, melody.Tempos);
        Assert.Same(template.Meters, melody.Meters);
    }

    [Fact]
    public void A_step_stands_where_the_melodys_meters_put_it()
    {
        MeterMap meters = new([new MeterChange(18, new Meter(2, 4))]);
        TokenSequence song = Lab.Encode(new Melody(new MelodyStep[28], 4, meters: meters), "a title");

        Assert.Equal("a title", song.TitleGroup);
        Assert.Equal(
            [new(0, 16), new(15, 16), new(0, 16), new(1, 16), new(0, 8), new(7, 8), new(0, 8)],
            new[] { 0, 15, 16, 17, 18, 25, 26 }.Select(step => song.Positions[step]));
    }

    [Fact]
    public void Another_grid_or_a_pitch_out_of_range_is_refused()
    {
        Assert.StartsWith("The lab encoding has 4 steps a quarter, the melody 8.", Refuse(new Melody([], 8)), StringComparison.Ordinal);
        Assert.StartsWith(
            "The lab encoding has the pitches C1 to F7; step 1 of the melody is F#7.",
            Refuse(Melody.FromSoundingPitches([60, 102])),
            StringComparison.Ordinal);

        static string Refuse(Melody melody)
        {
            Assert.Throws<ArgumentException>(() => Lab.Write(melody));
            return Assert.Throws<ArgumentException>(() => Lab.Encode(melody)).Message;
        }
    }

    [Fact]
    public void A_token_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Lab.TokenName(79));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lab.Decode([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lab.Decode([79]));
    }

    [Fact]
    public void A_token_moves_with_its_pitch_and_a_rest_stays_a_rest()
    {
        Assert.Equal([48, 24, 36], new[] { 12, -12, 0 }.Select(semitones => Lab.Transpose(36, semitones)));
        Assert.Equal([77, 0, -1, -1], [Lab.Transpose(0, 77), Lab.Transpose(77, -77), Lab.Transpose(77, 1), Lab.Transpose(0, -1)]);
        Assert.Equal([78, 78, 78], new[] { 12, -12, int.MaxValue }.Select(semitones => Lab.Transpose(78, semitones)));
        Assert.Equal([-1, -1], new[] { int.MaxValue, int.MinValue }.Select(semitones => Lab.Transpose(36, semitones)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lab.Transpose(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lab.Transpose(79, 0));
    }

    [Fact]
    public void Transposing_tokens_is_transposing_the_melody() => Gen.Select(
        Gen.Int[0, 78].Array[1, 60], Gen.Int[-90, 90]).Sample((tokens, by) =>
    {
        int[] before = [.. Lab.Decode(tokens).SoundingPitches()];
        int[] pitches = [.. before.Select(pitch => pitch < 0 ? Rest : pitch + by)];
        int[] moved = [.. tokens.Select(token => Lab.Transpose(token, by))];
        bool stays = before.All(pitch => pitch < 0 || pitch + by is >= 24 and <= 101); // a pitch moved down to -1 is no rest
        Assert.Equal(stays, !moved.Contains(-1));
        if (stays)
        {
            Assert.Equal(pitches, Lab.Decode(moved).SoundingPitches());
        }
    });

    [Fact]
    public void An_encoding_is_found_by_its_name()
    {
        Assert.Same(Lab, Encodings.ByName("lab"));
        Assert.Contains(Lab, Encodings.All);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Encodings.ByName("chord"));
        Assert.StartsWith("There is no encoding named \"chord\"; choose one of: lab", error.Message, StringComparison.Ordinal);
    }
}
