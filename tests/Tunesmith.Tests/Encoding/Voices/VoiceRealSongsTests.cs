using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Tests.Encoding.Voices;

/// <summary>The melody encoding on the songs that lie beside the repository, where they do.</summary>
public sealed class VoiceRealSongsTests
{
    [Theory]
    [InlineData("data/pop")]
    [InlineData("data/torture/files")]
    public void Every_file_gives_a_melody_or_a_reason(string folder)
    {
        MelodyEncoding[] encodings =
            [Encodings.Melody(), Encodings.Melody(MelodyVoice.Lowest, 12), Encodings.Melody(MelodyVoice.Track(1), 1)];
        foreach (MelodyEncoding encoding in encodings)
        {
            SongCorpus corpus = Load(folder, encoding);
            Assert.All(corpus.Files, file => Assert.True(file.Melody is { Length: > 0 } || file.Reason is { Length: > 0 }, file.Path));
            foreach (CorpusFile file in corpus.Songs)
            {
                Assert.NotNull(file.Voice);
                Melodies.AssertSame(file.Melody!, Encodings.Melody(grid: encoding.StepsPerQuarter).Hear(encoding.Write(file.Melody!)));
                Melodies.AssertSame(file.Melody!, encoding.Decode(encoding.Encode(file.Melody!).Tokens, file.Melody));
            }
        }
    }

    [Fact]
    public void Every_pop_song_gives_a_melody_and_no_track_has_a_name_to_choose_it_by()
    {
        SongCorpus corpus = Load("data/pop", Encodings.Melody());
        Assert.Equal((88, 88), (corpus.Files.Count, corpus.Songs.Count));
        Assert.All(corpus.Songs, song => Assert.Equal(MelodyVoice.Highest, song.Voice?.Voice));
    }

    private static SongCorpus Load(string folder, MelodyEncoding encoding) => SongCorpus.Load(
        SharedData.Require(folder),
        new CorpusOptions { Encoding = encoding, MinSteps = 1 },
        cancellationToken: TestContext.Current.CancellationToken);
}
