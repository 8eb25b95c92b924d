using System.Security.Cryptography;
using Tunesmith.Composing;
using Tunesmith.Model;
using Tunesmith.Tests.Model;

namespace Tunesmith.Tests.Training;

/// <summary>
/// Two small models and three songs, recorded: from these bytes on they are the same on every machine and at every vector width. A change
/// here is a change of the format or of the numbers, and belongs in the changelog.
/// </summary>
public sealed class SameBytesTests
{
    private const string Model = "8adbbe746ff0de22ee528f93fb551d3d25fd707e73e44de3ad17fd4106baeb9c";

    private const string Weights = "7a3b14494e000189557a75f606809b9d924b2631ff638bb8dd835adb13731cbd";

    private const string Song = "31 33 35 72 70 31 59 10 10 8 33 10 24 10 57 70 3 17 70 3 17 49 14 14 10 73 10";

    private const string LookBackWeights = "4c76326cc93b802af215d56d332bfb2c32f30d5522d302a9e918e4462ef6c1dd";

    private const string LookBackSong = "73 75 73 71 48 1 16 67 49 63 25 71 84 1 59 73 1 61 69 61 48 1 112 22";

    private const string LookBackWindowSong = "73 75 73 71 47 1 16 67 48 63 25 71 85 1 59 73 1 61 69 61 47 1 112 22";

    [Fact]
    public void A_small_model_has_the_recorded_bytes() => Assert.Equal(Model, Hash(TinySongs.Train().ToBytes()));

    /// <summary>Where this holds and the test above fails, the header has changed and the numbers have not.</summary>
    [Fact]
    public void A_small_model_has_the_recorded_weights() => Assert.Equal(Weights, Hash(ContainerFile.Of(TinySongs.Train().ToBytes()).Data));

    [Fact]
    public void A_small_song_has_the_recorded_tokens()
    {
        MelodyModel model = TinySongs.Train();
        Composer composer = new(model);
        Composition song = composer.Compose(
            TinySongs.Melody(0).Take(3), new CompositionOptions { Steps = 24, Seed = 7 }, TestContext.Current.CancellationToken);
        Assert.Equal(Song, string.Join(' ', song.Tokens.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_small_model_that_looks_back_has_the_recorded_weights(int threads) =>
        Assert.Equal(LookBackWeights, Hash(ContainerFile.Of(TinySongs.TrainLookBack("melody", threads).ToBytes()).Data));

    [Theory]
    [InlineData(ComposingContext.Stream, LookBackSong)]
    [InlineData(ComposingContext.Window, LookBackWindowSong)]
    public void A_small_song_that_looks_back_has_the_recorded_tokens(ComposingContext context, string recorded)
    {
        Composition song = new Composer(TinySongs.TrainLookBack("melody")).Compose(
            TinySongs.Melody(2).Take(24),
            new CompositionOptions { Steps = 24, Seed = 7, Context = context },
            TestContext.Current.CancellationToken);
        Assert.Equal(recorded, string.Join(' ', song.Tokens[24..].ToArray()));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
