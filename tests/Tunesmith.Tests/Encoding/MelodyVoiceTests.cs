using Tunesmith.Encoding;
using Tunesmith.Encoding.Voices;

namespace Tunesmith.Tests.Encoding;

public sealed class MelodyVoiceTests
{
    [Theory]
    [InlineData("auto", MelodyVoiceKind.Auto, 0)]
    [InlineData("highest", MelodyVoiceKind.Highest, 0)]
    [InlineData("lowest", MelodyVoiceKind.Lowest, 0)]
    [InlineData("track:0", MelodyVoiceKind.Track, 0)]
    [InlineData("track:120", MelodyVoiceKind.Track, 120)]
    [InlineData("channel:15", MelodyVoiceKind.Channel, 15)]
    public void A_voice_is_read_as_it_is_written(string text, MelodyVoiceKind kind, int number)
    {
        MelodyVoice voice = MelodyVoice.Parse(text);
        Assert.Equal((kind, number, text), (voice.Kind, voice.Number, voice.ToString()));
        Assert.Equal(voice, MelodyVoice.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Auto")]
    [InlineData("track")]
    [InlineData("track:")]
    [InlineData("track:-1")]
    [InlineData("track: 1")]
    [InlineData("track:99999999999")]
    [InlineData("channel:x")]
    public void What_is_no_voice_is_refused_with_what_is(string text)
    {
        string expected = $"Expected as voice auto, highest, lowest, track:N or channel:N, counted from 0, found \"{text}\".";
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => MelodyVoice.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel:9")]
    [InlineData("channel:16")]
    public void The_drums_and_channels_that_do_not_exist_are_refused(string text)
    {
        Assert.False(MelodyVoice.TryParse(text, out _));
        Assert.Equal(
            $"Expected as voice a channel from 0 to 15, but not 9, which plays the drums, found \"{text}\".",
            Assert.Throws<FormatException>(() => MelodyVoice.Parse(text)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => MelodyVoice.Channel(int.Parse(text[8..], null)));
    }

    [Theory]
    [InlineData(3, "Melody", "MELODY 2", "01_melody", "Vocal melody", "Melodie", "Tune", "주선율", "멜로디 1", "メロディー", "主旋律")]
    [InlineData(2, "Vocal", "Lead Vocals", "vox", "Voice", "sing", "보컬", "메인보컬", "ボーカル", "Gesang", "voz")]
    [InlineData(1, "Lead", "Lead_Pulse", "Lead Guitar", "Synth lead 1")]
    [InlineData(0, "", "Piano", "Leader", "Mislead", "Tuned percussion", "Singleton", "Backing Vocals", "Voice Oohs", "Synth Voice", "BG vox", "Harmony vocal")]
    [InlineData(0, "Counter melody", "Bass voice", "Lead pad", "코러스 보컬", "対旋律", "Melodyne")]
    public void A_name_means_the_melody_by_whole_words(int rank, params string[] names) =>
        Assert.All(names, name => Assert.Equal((name, rank), (name, VoiceNames.Rank(name))));
}
