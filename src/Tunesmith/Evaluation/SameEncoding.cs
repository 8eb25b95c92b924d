using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>
/// Checks that songs are tokens of the encoding that they are read by: tokens of another would be scored, and mean nothing.
/// </summary>
internal static class SameEncoding
{
    /// <summary>Checks that songs are all of one encoding.</summary>
    /// <exception cref="EvaluationException">They are not.</exception>
    public static void Require(IReadOnlyList<TokenSequence> songs)
    {
        if (songs.Count > 0 && songs[0].Encoding.DifferenceTo(songs) is { } difference)
        {
            throw new EvaluationException($"{difference}: score songs of one encoding at a time");
        }
    }

    /// <summary>Checks that songs are all of the encoding of a model.</summary>
    /// <exception cref="EvaluationException">They are not.</exception>
    public static void Require(IReadOnlyList<TokenSequence> songs, MelodyEncoding encoding)
    {
        if (encoding.DifferenceTo(songs) is { } difference)
        {
            throw new EvaluationException(
                $"{difference}: load them with new CorpusOptions {{ Encoding = model.Definition.FindEncoding() }}");
        }
    }
}
