using System.Globalization;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc.Reading;

/// <summary>Keys, meters, lengths, tempi, voices and titles.</summary>
public sealed class AbcFieldsTests
{
    [Theory]
    [InlineData("C", "C D E F G A B")]
    [InlineData("G", "C D E F# G A B")]
    [InlineData("Bb", "C D D# F G A A#")]
    [InlineData("Bb maj", "C D D# F G A A#")]
    [InlineData("F#m", "C# D E F# G# A B")]
    [InlineData("A Minor", "C D E F G A B")]
    [InlineData("ADor", "C D E F# G A B")]
    [InlineData("D MIXOLYDIAN", "C D E F# G A B")]
    [InlineData("E phr", "C D E F G A B")]
    [InlineData("F Lyd", "C D E F G A B")]
    [InlineData("B loc", "C D E F G A B")]
    [InlineData("G aeolian", "C D D# F G A A#")]
    [InlineData("D ion", "C# D E F# G A B")]
    [InlineData("C#", "C# D# F F# G# A# C")]
    [InlineData("Cb", "B C# D# E F# G# A#")]
    [InlineData("HP", "C# D E F# G A B")]
    [InlineData("none", "C D E F G A B")]
    [InlineData("", "C D E F G A B")]
    [InlineData("D exp _b ^c", "C# D E F G A A#")]
    [InlineData("Dexp_b^c", "C# D E F G A A#")]
    [InlineData("D =c", "C D E F# G A B")]
    [InlineData("G clef=treble", "C D E F# G A B")]
    [InlineData("G bass", "C D E F# G A B")]
    [InlineData("clef=alto", "C D E F G A B")]
    public void A_key_alters_its_letters(string key, string pitches)
    {
        Score score = AbcSong.Score("CDEFGAB", $"L:1/4\nK:{key}");
        Assert.Equal(pitches, string.Join(' ', score.Tracks[0].Notes.Select(note => note.Pitch.ToString().TrimEnd('3', '4', '5'))));
    }

    [Theory]
    [InlineData("K:C octave=-1", "C3")]
    [InlineData("K:C transpose=3", "D#4")]
    [InlineData("K:C treble-8", "C3")]
    [InlineData("K:C clef=treble+8 transpose=-2", "A#4")]
    [InlineData("K:C middle=d", "C4")]
    public void A_clef_and_its_settings_may_transpose(string key, string pitch) => Assert.Equal(pitch, AbcSong.Pitches("C", key));

    [Theory]
    [InlineData("M:C", 4, 4)]
    [InlineData("M:C|", 2, 2)]
    [InlineData("M:6/8", 6, 8)]
    [InlineData("M:2+3/8", 5, 8)]
    [InlineData("M:(2+2+3)/16", 7, 16)]
    [InlineData("M: 3/4 ", 3, 4)]
    public void A_meter_is_stated(string field, int beats, int unit) =>
        Assert.Equal(new Meter(beats, unit), AbcSong.Score("C|D|", $"{field}\nK:C").Meters.Changes[0].Meter);

    [Theory]
    [InlineData("M:none")]
    [InlineData("O:nowhere")]
    public void Without_a_meter_none_is_stated(string field) => Assert.Empty(AbcSong.Score("C|D|", $"{field}\nK:C").Meters.Changes);

    [Theory]
    [InlineData("M:2/4", 120)]
    [InlineData("M:5/8", 120)]
    [InlineData("M:3/4", 240)]
    [InlineData("M:6/8", 240)]
    [InlineData("M:C|", 240)]
    [InlineData("M:none", 240)]
    [InlineData("M:2/4\nL:1/4", 480)]
    [InlineData("L:1/2\nM:2/4", 960)]
    [InlineData("L:1", 1920)]
    public void The_unit_length_is_stated_or_follows_from_the_meter(string head, int ticks) =>
        Assert.Equal(ticks, AbcSong.Score("C", $"{head}\nK:C").Tracks[0].Notes[0].Length);

    [Theory]
    [InlineData("1/4=120", 500_000)]
    [InlineData("1/4 = 120", 500_000)]
    [InlineData("\"Allegro\" 1/4=120", 500_000)]
    [InlineData("1/4=120 \"Allegro\"", 500_000)]
    [InlineData("3/8=60", 666_667)]
    [InlineData("1/4 3/8 1/4 3/8=40", 300_000)]
    [InlineData("120", 1_000_000)]
    [InlineData("C=120", 1_000_000)]
    [InlineData("C3=40", 1_000_000)]
    [InlineData("1/4=90.5", 662_983)]
    public void A_tempo_may_be_said_in_many_ways(string tempo, int microseconds) =>
        Assert.Equal([new TempoChange(0, microseconds)], AbcSong.Score("C", $"Q:{tempo}\nL:1/8\nK:C").Tempos.Changes);

    [Theory]
    [InlineData("\"Slow\"", 0)]
    [InlineData("Andante", 1)]
    [InlineData("1/4=0", 1)]
    [InlineData("0/4=100", 1)]
    public void Without_a_number_there_is_no_tempo(string tempo, int warnings)
    {
        AbcTune tune = AbcSong.Tune("C", $"Q:{tempo}\nK:C");
        Assert.Equal((0, warnings), (tune.Score!.Tempos.Changes.Count, tune.Warnings.Count));
    }

    [Theory]
    [InlineData("C[K:D]C[M:3/4][L:1/8]C[Q:1/4=60]C")]
    [InlineData("C\nK:D\nC\nM:3/4\nL:1/8\nC\nQ:1/4=60\nC")]
    public void Fields_may_change_within_the_music(string music)
    {
        Assert.Equal("C4@0+480 C#4@480+480 C#4@960+240 C#4@1200+240", AbcSong.Notes(music));
        Assert.Equal([new TempoChange(1200, 1_000_000)], AbcSong.Score(music).Tempos.Changes);
        Assert.Contains(AbcSong.Score(music).Meters.Changes, change => change is { Tick: 960, Meter: { Numerator: 3, Denominator: 4 } });
    }

    [Theory]
    [InlineData("V:1 name=\"Flute\"\nCD|\nV:2\nEF|\nV:1\nG|\nV:2\nA|")]
    [InlineData("V:1 name=\"Flute\"\n[V:1]CD|\n[V:2]EF|\n[V:1]G|[V:2]A|")]
    public void Each_voice_is_a_track(string music)
    {
        Score score = AbcSong.Score(music);
        Assert.Equal(["Flute", ""], score.Tracks.Select(track => track.Name));
        Assert.Equal([0, 1], score.Tracks.Select(track => track.Notes[0].Channel));
        Assert.Equal(
            [(0, "C4"), (480, "D4"), (960, "G4")],
            score.Tracks[0].Notes.Select(note => ((int)note.Onset, note.Pitch.ToString())));
        Assert.Equal(
            [(0, "E4"), (480, "F4"), (960, "A4")],
            score.Tracks[1].Notes.Select(note => ((int)note.Onset, note.Pitch.ToString())));
    }

    [Fact]
    public void What_the_head_says_of_a_voice_holds_for_it_alone() => Assert.Equal(
        "C4 C3", AbcSong.Pitches("V:1\nC|\nV:2\nC|", "V:1\nV:2 clef=bass octave=-1\nK:C"));

    [Fact]
    public void A_shift_down_is_read_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NegativeSign = "minus";
        CultureInfo.CurrentCulture = other;
        try
        {
            Assert.Equal("C3", AbcSong.Pitches("C", "K:C octave=-1"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Se\\'an", "Seán")]
    [InlineData("\\\"Uber \\aa \\ss \\,c", "Über å ß \\,c")]
    [InlineData("Fran\\cc ois", "Franç ois")]
    [InlineData("&eacute;t&eacute; &amp; more", "été & more")]
    [InlineData("caf\\u00e9 100\\% ", "café 100%")]
    [InlineData("a \\ b & c \\", "a \\ b & c \\")]
    public void Titles_may_spell_their_letters_with_a_backslash(string written, string title) =>
        Assert.Equal(title, AbcTunebook.Parse($"X:1\nT:{written}\nK:C\nC").Tunes[0].Title);

    [Fact]
    public void Bytes_are_UTF8_or_Latin1_or_UTF16_with_any_line_ends()
    {
        string text = "X:1\r\nT:Été\r\nK:C\rC D|\n";
        System.Text.Encoding[] encodings =
        [
            System.Text.Encoding.Latin1, new System.Text.UTF8Encoding(false), new System.Text.UTF8Encoding(true),
            System.Text.Encoding.Unicode, System.Text.Encoding.BigEndianUnicode,
        ];
        foreach (System.Text.Encoding encoding in encodings)
        {
            AbcTune tune = AbcTunebook.FromBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Tunes[0];
            Assert.Equal(("Été", 2), (tune.Title, tune.Score!.Tracks[0].Notes.Count));
        }
    }
}
