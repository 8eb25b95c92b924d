using Tunesmith.Composing;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Composing;

public sealed class OnlyPitchesStepTests
{
    [Fact]
    public void Other_pitches_are_ruled_out_and_hold_and_rest_are_not()
    {
        MelodyEncoding encoding = Encodings.Melody();
        float[] logits = [.. Enumerable.Range(0, encoding.TokenCount).Select(token => (float)token)];

        new OnlyPitchesStep(encoding, [new Pitch(60), new Pitch(67), new Pitch(60)]).Apply(logits);

        Assert.Equal(["hold", "rest", "C4", "G4"], Left(logits).Select(encoding.TokenName));
        Assert.All(Left(logits), token => Assert.Equal(token, logits[token]));
    }

    [Fact]
    public void Pitches_that_the_encoding_does_not_have_are_passed_over()
    {
        float[] logits = new float[78];
        new OnlyPitchesStep(Encodings.Lab, [new Pitch(0), new Pitch(24)]).Apply(logits); // 24 is the lab's lowest
        Assert.Equal([0], Left(logits));
    }

    [Fact]
    public void No_pitch_at_all_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new OnlyPitchesStep(Encodings.Lab, [new Pitch(0)]));
        Assert.StartsWith("Expected at least one pitch of the encoding lab, found none.", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Left(float[] logits) =>
        Enumerable.Range(0, logits.Length).Where(token => !float.IsNegativeInfinity(logits[token]));
}
