using Tunesmith.Audio;
using Tunesmith.Tests.Corpus;

namespace Tunesmith.Tests.Audio;

public sealed class WavWriterTests
{
    [Fact]
    public void A_small_sound_has_these_bytes()
    {
        using MemoryStream stream = new();
        new Sound(new[] { 0, 1, -1, 0.5f, 2, -7 }, 44_100, 2, default).Save(stream);
        Assert.Equal(
            [
                0x52, 0x49, 0x46, 0x46, 0x30, 0x00, 0x00, 0x00, // RIFF, 48 bytes follow
                0x57, 0x41, 0x56, 0x45, 0x66, 0x6D, 0x74, 0x20, // WAVEfmt
                0x10, 0x00, 0x00, 0x00, // 16 bytes
                0x01, 0x00, 0x02, 0x00, // PCM, 2 channels
                0x44, 0xAC, 0x00, 0x00, 0x10, 0xB1, 0x02, 0x00, // 44,100 frames and 176,400 bytes a second
                0x04, 0x00, 0x10, 0x00, // 4 bytes a frame, 16 bits a sample
                0x64, 0x61, 0x74, 0x61, 0x0C, 0x00, 0x00, 0x00, // data, 12 bytes
                0x00, 0x00, 0xFF, 0x7F, // 0 and full scale
                0x01, 0x80, 0x00, 0x40, // full scale below, and a half
                0xFF, 0x7F, 0x01, 0x80, // what lies beyond is cut off
            ],
            stream.ToArray());
    }

    [Fact]
    public void A_sound_of_one_channel_says_so()
    {
        using MemoryStream stream = new();
        new Sound(new[] { 0.25f }, 8_000, 1, default).Save(stream);
        byte[] bytes = stream.ToArray();
        Assert.Equal((1, 2, 46), (bytes[22], bytes[32], bytes.Length));
    }

    [Fact]
    public void More_or_less_than_was_announced_is_refused()
    {
        using WavWriter file = new(Stream.Null, 44_100, 2, 10);
        file.Append(new float[18]);
        Assert.Throws<InvalidOperationException>(file.Finish);
        Assert.Throws<InvalidOperationException>(() => file.Append(new float[4]));
    }

    [Fact]
    public void A_writer_that_is_left_early_has_written_what_was_appended()
    {
        using MemoryStream stream = new();
        using (WavWriter file = new(stream, 44_100, 1, 10))
        {
            file.Append([1, -1]);
        }

        Assert.Equal([0xFF, 0x7F, 0x01, 0x80], stream.ToArray()[WavWriter.HeaderLength..]);
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void A_sound_is_saved_as_it_is_written_to_a_stream()
    {
        using TemporaryFolder folder = new();
        Sound sound = new(new[] { 0, 0.5f }, 8_000, 1, default);
        using MemoryStream stream = new();
        sound.Save(stream);
        sound.Save(folder.PathOf("sound.wav"));
        sound.Save(folder.PathOf("sound.wav"));
        Assert.Equal(stream.ToArray(), File.ReadAllBytes(folder.PathOf("sound.wav")));
        Assert.Equal([folder.PathOf("sound.wav")], Directory.GetFiles(folder.Root));
    }

    [Theory]
    [InlineData(2, 1_073_741_814)]
    [InlineData(1, 2_147_483_629)]
    public void A_file_is_below_4_GiB(int channels, long frames)
    {
        Assert.Equal(frames, WavWriter.MostFrames(channels));
        Assert.True((frames * channels * 2) + WavWriter.HeaderLength - 8 <= uint.MaxValue);
        new WavWriter(Stream.Null, 44_100, channels, frames).Dispose();
        Assert.Throws<ArgumentOutOfRangeException>(() => new WavWriter(Stream.Null, 44_100, channels, frames + 1));
    }
}
