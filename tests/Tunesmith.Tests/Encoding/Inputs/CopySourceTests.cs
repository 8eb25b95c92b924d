using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;

namespace Tunesmith.Tests.Encoding.Inputs;

/// <summary>Each source by examples: a dash goes on, a dot rests.</summary>
public sealed class CopySourceTests
{
    [Theory]
    [InlineData("hold", "C4", 4, "-", 0)]
    [InlineData("hold", "D4 C4 - -", 4, "-", 2)]
    [InlineData("hold", "C4 .", 4, ".", 0)]
    [InlineData("hold", "C4 . .", 4, ".", 1)]
    [InlineData("bars 1", "C4 D4 E4 F4 C4 D4", 4, "E4", 2)]
    [InlineData("bars 1", "C4 D4 E4 F4", 4, "C4", 0)] // the song's first step has nothing before it
    [InlineData("bars 1", "C4 D4 E4", 4, null, 0)] // before the song
    [InlineData("bars 2", "C4 D4 E4 C4 D4 E4 C4", 3, "D4", 1)]
    [InlineData("bars 0.5", "C4 D4 C4", 4, "D4", 1)]
    [InlineData("bars 0.5", "C4 D4 C4", 3, null, 0)] // between two steps
    [InlineData("bars 1.5", "C4 . D4 C4", 2, ".", 1)]
    [InlineData("figure", "C4 D4", 4, null, 0)] // D4 was not there before
    [InlineData("figure", "C4 D4 C4 E4 C4 D4 C4", 4, "E4", 2)] // C4 D4 C4 stood at the beginning, and E4 followed
    [InlineData("figure", "C4 E4 C4 F4 C4", 4, "F4", 0)] // of two that are alike the latest
    [InlineData("figure", "C4 - D4 C4 E4 - D4", 4, "C4", 0)] // the same pitch came before, but for another time
    [InlineData("figure", "E4 C4 - - D4 E4 C4 -", 4, "-", 1)] // C4 was held three steps then, and has been for two
    [InlineData("figure", "E4 C4 - D4 E4 C4 - -", 4, "D4", 1)] // now it has been held for longer: what came after
    [InlineData("pitch", "C4 D4", 4, null, 0)]
    [InlineData("pitch", "C4 D4 C4 E4 C4 D4 C4", 4, "D4", 1)]
    [InlineData("pitch", "C4 - - D4 C4 -", 4, "-", 2)]
    [InlineData("pitch", "F4 . E4 .", 4, "E4", 1)] // a rest is remembered too
    [InlineData("sequence 1", "F#4 C4 E4 D4", 2, "F#4", 1)] // a tone higher
    [InlineData("sequence 1", "C4 E4 D4", 2, null, 0)] // the song has had no F#4
    [InlineData("sequence 1", "G#4 C4 D4 E4 D4 E4 F#4 E4 F#4", 3, "G#4", 5)]
    [InlineData("sequence 1", "C4 E4 C4", 2, null, 0)] // the same pitch is no sequence
    [InlineData("sequence 1", "C4 E4 .", 2, null, 0)]
    [InlineData("sequence 1", ". E4 D4", 2, null, 0)]
    [InlineData("sequence 1", "C4 D4", 2, null, 0)] // nothing sounded before the first step
    [InlineData("sequence 1", "C4 . D4", 2, ".", 1)]
    [InlineData("sequence 0.5", "F#4 C4 E4 D4", 4, "F#4", 1)]
    [InlineData("sequence 2", "F#4 C4 E4 G4 E4 D4", 2, "F#4", 1)]
    public void In_both_encodings(string source, string song, int bar, string? proposes, int agreement)
    {
        foreach (MelodyEncoding encoding in Encodings.All)
        {
            InputLayout layout = new(encoding, [new HeldRows()], [CopySources.ByName(source)]);
            Proposal expected = proposes is null
                ? Proposal.None
                : new Proposal(InputSongs.Tokens(encoding, $"{song} {proposes}")[^1], agreement);
            Assert.Equal(expected, InputSongs.Read(layout, InputSongs.Tokens(encoding, song), bar).Proposals[0]);
        }
    }

    [Theory]
    [InlineData("lab", "D4 C4 C4 E4 D4 C4 C4", "E4", 3)] // one note of two steps, after which E4 came
    [InlineData("melody", "D4 C4 C4 E4 D4 C4 C4", "C4", 1)] // the note before, after which C4 came
    [InlineData("lab", "C4 D4 C4 - -", "D4", 1)] // now it has lasted for longer; the step before D4 was C4 as the last is
    [InlineData("melody", "C4 D4 C4 - -", "D4", 0)] // the step before D4 struck C4, the last holds it
    public void Notes_struck_again_are_told_apart_where_the_encoding_does(string name, string song, string proposes, int agreement)
    {
        MelodyEncoding encoding = Encodings.ByName(name);
        InputLayout layout = new(encoding, [new HeldRows()], [CopySources.ByName("pitch")]);
        Proposal proposal = InputSongs.Read(layout, InputSongs.Tokens(encoding, song), bar: 4).Proposals[0];
        Assert.Equal((proposes, agreement), (encoding.TokenName(proposal.Token), proposal.Agreement));
    }

    [Fact]
    public void Figures_are_looked_for_among_the_latest_32_events_of_the_token_and_8_before_each()
    {
        MelodyEncoding encoding = Encodings.Melody();
        InputLayout layout = new(encoding, [new HeldRows()], [CopySources.ByName("figure")]);
        string figure = "A4 B4 A4 B4 C5 D5 E5 F5 G5 C4 ";
        string others = string.Concat(Enumerable.Repeat("E4 C4 ", 31));
        Assert.Equal("F4 8", After(figure + "F4 " + others + figure));
        Assert.Equal("A4 0", After(figure + "F4 E4 C4 " + others + figure)); // one too many since

        string After(string song)
        {
            Proposal proposal = InputSongs.Read(layout, InputSongs.Tokens(encoding, song.Trim()), bar: 16).Proposals[0];
            return $"{encoding.TokenName(proposal.Token)} {proposal.Agreement}";
        }
    }

    [Theory]
    [InlineData("lab", "E1 C1 D1")] // C1, a tone lower
    [InlineData("lab", "D7 F7 E7")]
    [InlineData("melody", "E-1 C-1 D-1")]
    [InlineData("melody", "E9 G9 F9")]
    public void A_sequence_that_leaves_the_encodings_pitches_is_none(string name, string song)
    {
        MelodyEncoding encoding = Encodings.ByName(name);
        InputLayout layout = new(encoding, [new HeldRows()], [CopySources.ByName("sequence 1")]);
        InputReader reader = InputSongs.Read(layout, InputSongs.Tokens(encoding, song), bar: 2);
        Assert.Equal(Proposal.None, reader.Proposals[0]);
        Assert.Equal([-1, -1, -1], reader.Evidence.ToArray());
    }

    [Theory]
    [InlineData("hold", "hold")]
    [InlineData("figure", "figure")]
    [InlineData("pitch", "pitch")]
    [InlineData("bars 0.5", "bars 0.5")]
    [InlineData("bars 1", "bars 1")]
    [InlineData("bars 1.0", "bars 1")]
    [InlineData("bars 64", "bars 64")]
    [InlineData("sequence 2.5", "sequence 2.5")]
    public void Sources_have_names(string name, string own) => Assert.Equal(own, CopySources.ByName(name).Name);

    [Theory]
    [InlineData("")]
    [InlineData("Hold")]
    [InlineData("bars")]
    [InlineData("bars ")]
    [InlineData("bars 0")]
    [InlineData("bars -1")]
    [InlineData("bars 0.25")]
    [InlineData("bars 64.5")]
    [InlineData("bars 1e1")]
    [InlineData("bars NaN")]
    [InlineData("bars 1,5")]
    [InlineData("sequence  1")]
    public void Other_names_are_refused_with_those_that_there_are(string name) => Assert.Equal(
        $"Expected copies among: hold, figure, pitch, \"bars N\", \"sequence N\" with N of 0.5 to 64 bars by halves; found \"{name}\".",
        Assert.Throws<ArgumentException>(() => CopySources.ByName(name)).Message);
}
