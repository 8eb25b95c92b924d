using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class NoteTextTests
{
    private static readonly Gen<MelodyStep> Step = Gen.OneOf(
        Gen.Const(MelodyStep.Rest),
        Gen.Int[Pitch.LowestNumber, Pitch.HighestNumber].Select(pitch => MelodyStep.Onset(new Pitch(pitch))),
        Gen.Int[60, 62].Select(pitch => MelodyStep.Hold(new Pitch(pitch))));

    [Fact]
    public void A_melody_that_is_written_is_read_as_the_same_steps() =>
        Gen.Select(Step.Array[0, 60], Gen.Int[1, 48]).Sample((steps, grid) =>
        {
            Melody melody = new(steps, grid);
            Melody read = Melody.Parse(melody.ToString(), grid);
            Assert.Equal(melody.Steps.ToArray(), read.Steps.ToArray());
            Assert.Equal(grid, read.StepsPerQuarter);
        });

    [Fact]
    public void A_note_is_a_quarter_where_it_does_not_say_how_many()
    {
        Melody melody = Melody.Parse("C4 e4:2 | R Bb4:1/2 F#3:1.5 G4:0.25");
        Assert.Equal(4 + 8 + 4 + 2 + 6 + 1, melody.Length);
        Assert.Equal("C4 E4:2 R A#4:1/2 F#3:3/2 G4:1/4", melody.ToString());
        Assert.Equal(0, Melody.Parse(" | ").Length);
    }

    [Theory]
    [InlineData("C4 H4", 3, "a note from C-1 to G9", "\"H4\"")]
    [InlineData("C4 D", 3, "a note", "\"D\"")]
    [InlineData("C4:", 3, "a length in quarters", "\"\"")]
    [InlineData("C4:-1", 3, "a length in quarters", "\"-1\"")]
    [InlineData("C4:1/0", 3, "a length in quarters", "\"1/0\"")]
    [InlineData("C4:2:2", 3, "a length in quarters", "\"2:2\"")]
    [InlineData("C4:1e9", 3, "a length in quarters", "\"1e9\"")]
    [InlineData("C4:1/3", 3, "a multiple of 1/4 of a quarter", "\"1/3\"")]
    [InlineData("C4:0", 3, "a multiple of 1/4 of a quarter", "\"0\"")]
    [InlineData("C4 R:999999999", 3, "at most 1000000 steps", "\"R:999999999\"")]
    public void What_is_no_note_is_named_with_its_place(string text, int position, string expected, string found)
    {
        NoteTextException error = Assert.Throws<NoteTextException>(() => Melody.Parse(text));
        Assert.Equal((position, found), (error.Position, error.Found));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains($"at letter {position + 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.String[Gen.Char["CR4:/.|b# 19-"], 0, 30].Sample(text =>
        {
            try
            {
                Melody.Parse(text, 12);
            }
            catch (NoteTextException)
            {
            }
        });
}
