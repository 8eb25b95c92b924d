using System.Security.Cryptography;
using Tunesmith.Composing;
using Tunesmith.Model;

namespace Tunesmith.Tests.Training;

/// <summary>
/// One small model and one song, recorded: from these bytes on they are the same on every machine and at every vector width. A change here
/// is a change of the format or of the numbers, and belongs in the changelog.
/// </summary>
public sealed class SameBytesTests
{
    private const string Model = "f80ec30ec67db6571e093401fa7411bcf6b6c0084dc136c289d958356cc8941c";

    private const string Song = "31 33 35 72 70 31 59 10 10 8 33 10 24 10 57 70 3 17 70 3 17 49 14 14 10 73 10";

    [Fact]
    public void A_small_model_has_the_recorded_bytes() =>
        Assert.Equal(Model, Convert.ToHexStringLower(SHA256.HashData(TinySongs.Train().ToBytes())));

    [Fact]
    public void A_small_song_has_the_recorded_tokens()
    {
        MelodyModel model = TinySongs.Train();
        Composer composer = new(model);
        Composition song = composer.Compose(
            TinySongs.Melody(0).Take(3), new CompositionOptions { Steps = 24, Seed = 7 }, TestContext.Current.CancellationToken);
        Assert.Equal(Song, string.Join(' ', song.Tokens.ToArray()));
    }
}
