using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Evaluation;

/// <summary>Made-up songs for the tests of what is scored on them.</summary>
internal static class TokenSongs
{
    private static readonly string[] Titles = ["", "a", "b", "c", "d"];

    /// <summary>A song in bars of one length, in the lab's encoding where no other is named.</summary>
    public static TokenSequence Of(ReadOnlySpan<int> tokens, int bar = 4, string title = "", MelodyEncoding? encoding = null)
    {
        BarPosition[] positions = [.. Enumerable.Range(0, tokens.Length).Select(step => new BarPosition(step % bar, bar))];
        return new TokenSequence(encoding ?? Encodings.Lab, tokens, positions, title);
    }

    /// <summary>A song with one of a few titles, of up to 40 of a few tokens, so that titles and whole songs recur.</summary>
    public static Gen<TokenSequence> Song(int tokens, int longest = 40) => Gen.Select(
        Gen.Int[0, tokens - 1].Array[1, longest],
        Gen.Int[1, 5],
        Gen.Int[0, Titles.Length - 1],
        (song, bar, title) => Of(song, bar, Titles[title]));
}
