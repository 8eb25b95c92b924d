using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Inputs;

/// <summary>An encoding that counts how often it is asked what a token means.</summary>
internal sealed class CountingEncoding(MelodyEncoding inner) : MelodyEncoding
{
    /// <summary>How often it has been asked.</summary>
    public int Asked { get; private set; }

    public override string Name => inner.Name;

    public override int TokenCount => inner.TokenCount;

    public override int RestToken => inner.RestToken;

    public override int StepsPerQuarter => inner.StepsPerQuarter;

    public override string TokenName(int token) => inner.TokenName(token);

    public override Melody Hear(Score score) => inner.Hear(score);

    public override TokenSequence Encode(Melody melody, string titleGroup = "") => inner.Encode(melody, titleGroup);

    public override MelodyStep DecodeStep(int token, MelodyStep before) => inner.DecodeStep(token, before);

    public override int Transpose(int token, int semitones)
    {
        Asked++;
        return inner.Transpose(token, semitones);
    }

    public override int Continuation(int token)
    {
        Asked++;
        return inner.Continuation(token);
    }

    public override Pitch? PitchOf(int token)
    {
        Asked++;
        return inner.PitchOf(token);
    }

    public override Score Write(Melody melody) => inner.Write(melody);
}
