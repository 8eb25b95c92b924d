using System.Security.Cryptography;
using Tunesmith.Composing;
using Tunesmith.Model;
using Tunesmith.Tests.Model;

namespace Tunesmith.Tests.Training;

/// <summary>
/// One small model and one song, recorded: from these bytes on they are the same on every machine and at every vector width. A change here
/// is a change of the format or of the numbers, and belongs in the changelog.
/// </summary>
public sealed class SameBytesTests
{
    private const string Model = "b1c64fc7d7146c278e811f398acf34e44f5c1bd236d33ecff9e9306eb684e336";

    private const string Weights = "7a3b14494e000189557a75f606809b9d924b2631ff638bb8dd835adb13731cbd";

    private const string Song = "31 33 35 72 70 31 59 10 10 8 33 10 24 10 57 70 3 17 70 3 17 49 14 14 10 73 10";

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

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
