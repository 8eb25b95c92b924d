using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>A melody as a network sees it: a token for each step, and where each step stands in its bar.</summary>
public sealed class TokenSequence
{
    private readonly int[] _tokens;
    private readonly BarPosition[] _positions;

    /// <summary>Makes a sequence.</summary>
    /// <param name="encoding">The encoding that the tokens are of.</param>
    /// <param name="tokens">A token for each step.</param>
    /// <param name="positions">Where each step stands in its bar, in steps; as many as tokens.</param>
    /// <param name="titleGroup">What the song's excerpts and copies share; they belong on one side of any split.</param>
    /// <exception cref="ArgumentException">There are not as many positions as tokens.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The encoding has no such token.</exception>
    public TokenSequence(
        MelodyEncoding encoding, ReadOnlySpan<int> tokens, ReadOnlySpan<BarPosition> positions, string titleGroup = "")
    {
        ArgumentNullException.ThrowIfNull(encoding);
        if (tokens.Length != positions.Length)
        {
            throw new ArgumentException(
                $"Expected a position for each of {tokens.Length} tokens, found {positions.Length}.", nameof(positions));
        }

        int strange = tokens.IndexOfAnyExceptInRange(0, encoding.TokenCount - 1);
        if (strange >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tokens),
                tokens[strange],
                $"Expected tokens of {encoding}, 0 to {encoding.TokenCount - 1}, found another at step {strange}.");
        }

        Encoding = encoding;
        _tokens = tokens.ToArray();
        _positions = positions.ToArray();
        TitleGroup = titleGroup;
    }

    /// <summary>The encoding that the tokens are of: by what name, of which voice, and on which grid the song was heard.</summary>
    public MelodyEncoding Encoding { get; }

    /// <summary>The number of steps.</summary>
    public int Length => _tokens.Length;

    /// <summary>A token for each step.</summary>
    public ReadOnlySpan<int> Tokens => _tokens;

    /// <summary>Where each step stands in its bar.</summary>
    public ReadOnlySpan<BarPosition> Positions => _positions;

    /// <summary>What the song's excerpts and copies share.</summary>
    public string TitleGroup { get; }

    /// <summary>Such as <c>some song: 257 steps, lab (grid 4)</c>; the title only where there is one.</summary>
    public override string ToString()
    {
        string title = TitleGroup.Length > 0 ? $"{TitleGroup}: " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{title}{Length} {(Length == 1 ? "step" : "steps")}, {Encoding}");
    }
}
