using System.Text;
using CsCheck;
using Tunesmith.Midi;
using Tunesmith.Midi.Reading;

namespace Tunesmith.Tests.Midi.Reading;

public sealed class TextGuessTests
{
    [Theory]
    [InlineData("Piano", MidiTextEncoding.Utf8)] // ASCII
    [InlineData("Größe", MidiTextEncoding.Utf8)]
    [InlineData("사랑", MidiTextEncoding.Utf8)]
    [InlineData("メロディー", MidiTextEncoding.Utf8)]
    [InlineData("Größe", MidiTextEncoding.Windows1252)]
    [InlineData("Übung", MidiTextEncoding.Windows1252)]
    [InlineData("Für Elise", MidiTextEncoding.Windows1252)]
    [InlineData("Flöte", MidiTextEncoding.Windows1252)]
    [InlineData("É", MidiTextEncoding.Windows1252)]
    [InlineData("été", MidiTextEncoding.Windows1252)]
    [InlineData("créée à Noël", MidiTextEncoding.Windows1252)]
    [InlineData("Ça ira", MidiTextEncoding.Windows1252)]
    [InlineData("Garçon, cœur", MidiTextEncoding.Windows1252)]
    [InlineData("São João", MidiTextEncoding.Windows1252)]
    [InlineData("Don’t worry", MidiTextEncoding.Windows1252)]
    [InlineData("it’s", MidiTextEncoding.Windows1252)]
    [InlineData("Copyright © 1998", MidiTextEncoding.Windows1252)]
    [InlineData("El Niño", MidiTextEncoding.Windows1252)]
    [InlineData("¿Qué?", MidiTextEncoding.Windows1252)]
    [InlineData("MÜLLER", MidiTextEncoding.Windows1252)]
    [InlineData("愛", MidiTextEncoding.ShiftJis)]
    [InlineData("歌", MidiTextEncoding.ShiftJis)]
    [InlineData("さくら", MidiTextEncoding.ShiftJis)]
    [InlineData("メロディー", MidiTextEncoding.ShiftJis)]
    [InlineData("Aメロ", MidiTextEncoding.ShiftJis)]
    [InlineData("ベース", MidiTextEncoding.ShiftJis)]
    [InlineData("荒城の月", MidiTextEncoding.ShiftJis)]
    [InlineData("ピアノ 1", MidiTextEncoding.ShiftJis)]
    [InlineData("ソロ", MidiTextEncoding.ShiftJis)]
    [InlineData("ﾋﾟｱﾉ", MidiTextEncoding.ShiftJis)]
    [InlineData("봄", MidiTextEncoding.Korean)]
    [InlineData("사랑", MidiTextEncoding.Korean)]
    [InlineData("아리랑", MidiTextEncoding.Korean)]
    [InlineData("멜로디", MidiTextEncoding.Korean)]
    [InlineData("고향의 봄 (Piano)", MidiTextEncoding.Korean)]
    [InlineData("피아노 1", MidiTextEncoding.Korean)]
    [InlineData("나의 살던 고향은 꽃피는 산골", MidiTextEncoding.Korean)]
    public void Words_are_read_in_the_encoding_they_were_written_in(string word, MidiTextEncoding encoding)
    {
        byte[] bytes = Encoded(word, encoding);
        Assert.Equal(encoding, TextGuess.Of(bytes));
        Assert.Equal(word, MidiText.Decode(bytes, encoding));
    }

    [Fact]
    public void All_texts_of_a_file_are_read_alike()
    {
        // Alone, C5 B0 could be Windows-1252, Korean or the UTF-8 of one letter; the other texts tell.
        byte[] ambiguous = [0xC5, 0xB0];
        MidiFile file = ReadTexts(Encoded("아리랑 고개로", MidiTextEncoding.Korean), ambiguous, "Melody"u8.ToArray());
        Assert.Equal(MidiTextEncoding.Korean, file.TextEncoding);
        Assert.Equal(["아리랑 고개로", "키", "Melody", ""], file.Tracks[0].Events.Select(e => e.Text));
        Assert.Equal("아리랑 고개로", Tunesmith.Music.Score.FromMidi(file).Tracks[0].Name);
    }

    [Fact]
    public void One_text_of_another_encoding_does_not_undo_UTF_8()
    {
        MidiFile file = ReadTexts("Wiegenlied für Elise, größer"u8.ToArray(), [0x54, 0xF6, 0x6E, 0x65]);
        Assert.Equal(MidiTextEncoding.Utf8, file.TextEncoding);
        Assert.Equal("Töne", file.Tracks[0].Events[1].Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_text_longer_than_is_looked_at_is_not_cut_within_a_character(int before)
    {
        string lyrics = new string('-', before) + new string('봄', 30_000);
        MidiFile file = ReadTexts(Encoded(lyrics, MidiTextEncoding.Utf8), [0xE9]);
        Assert.Equal(MidiTextEncoding.Utf8, file.TextEncoding);
    }

    [Fact]
    public void Events_keep_the_encoding_when_they_are_put_in_another_track()
    {
        MidiFile file = ReadTexts(Encoded("さくらさくら", MidiTextEncoding.ShiftJis));
        MidiTrack track = new(file.Tracks[0].Events.Select(e => e with { Tick = e.Tick + 1 }));
        Assert.Equal("さくらさくら", track.Events[0].Text);
    }

    [Fact]
    public void A_lone_event_is_UTF_8_or_else_Windows_1252()
    {
        Assert.Equal("it’s", MidiEvent.Meta(0, MidiMetaType.Lyric, [0x69, 0x74, 0x92, 0x73]).Text);
        Assert.Equal("봄", MidiEvent.Meta(0, MidiMetaType.Lyric, "봄"u8).Text);
    }

    [Fact]
    public void Any_bytes_are_some_text() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        MidiTextEncoding encoding = TextGuess.Of(bytes);
        return MidiText.Decode(bytes, encoding).Length <= bytes.Length;
    });

    private static byte[] Encoded(string word, MidiTextEncoding encoding) => encoding switch
    {
        MidiTextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(word),
        MidiTextEncoding.ShiftJis => CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(word),
        MidiTextEncoding.Korean => CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(word),
        _ => System.Text.Encoding.UTF8.GetBytes(word),
    };

    private static MidiFile ReadTexts(params byte[][] texts)
    {
        MidiTrack track = new(texts.Select(text => MidiEvent.Meta(0, MidiMetaType.TrackName, text)));
        return MidiFile.FromBytes(new MidiFile(0, MidiDivision.PerQuarter(96), [track]).ToBytes());
    }
}
