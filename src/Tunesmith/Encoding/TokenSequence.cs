using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>A melody as a network sees it: a token for each step, and where each step stands in its bar.</summary>
public sealed class TokenSequence
{
    private readonly int[] _tokens;
    private readonly BarPosition[] _positions;

    /// <summary>Makes a sequence.</summary>
    /// <param name="tokens">A token for each step.</param>
    /// <param name="positions">Where each step stands in its bar, in steps; as many as tokens.</param>
    /// <param name="titleGroup">What the song's excerpts and copies share; they belong on one side of any split.</param>
    public TokenSequence(ReadOnlySpan<int> tokens, ReadOnlySpan<BarPosition> positions, string titleGroup = "")
    {
        if (tokens.Length != positions.Length)
        {
            throw new ArgumentException(
                $"Expected a position for each of {tokens.Length} tokens, found {positions.Length}.", nameof(positions));
        }

        _tokens = tokens.ToArray();
        _positions = positions.ToArray();
        TitleGroup = titleGroup;
    }

    /// <summary>The number of steps.</summary>
    public int Length => _tokens.Length;

    /// <summary>A token for each step.</summary>
    public ReadOnlySpan<int> Tokens => _tokens;

    /// <summary>Where each step stands in its bar.</summary>
    public ReadOnlySpan<BarPosition> Positions => _positions;

    /// <summary>What the song's excerpts and copies share.</summary>
    public string TitleGroup { get; }
}
