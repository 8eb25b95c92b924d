using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>What the tokens that a model composes do: rest, go on, or strike a pitch.</summary>
internal sealed class TokenTable
{
    private readonly int[] _pitches; // of each token; below 0 for none
    private readonly int[] _goingOn; // the token that holds each pitch

    /// <summary>Makes the table of an encoding.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <param name="outcomes">How many of its tokens are composed.</param>
    public TokenTable(MelodyEncoding encoding, int outcomes)
    {
        RestToken = encoding.RestToken < outcomes ? encoding.RestToken : -1;
        _pitches = [.. Enumerable.Range(0, outcomes).Select(token => encoding.PitchOf(token)?.Number ?? -1)];
        _goingOn = new int[Pitch.HighestNumber + 1];
        Array.Fill(_goingOn, -1);
        for (int token = 0; token < outcomes; token++)
        {
            if (_pitches[token] is >= 0 and int pitch)
            {
                Pitches = Pitches.With(pitch);
                _goingOn[pitch] = encoding.Continuation(token);
                StrikesAgain = _goingOn[pitch] != token;
            }
        }
    }

    /// <summary>The pitches that have a token.</summary>
    public PitchSet Pitches { get; }

    /// <summary>The token of a rest; below 0 where none is composed.</summary>
    public int RestToken { get; }

    /// <summary>Whether rests are composed.</summary>
    public bool CanRest => RestToken >= 0;

    /// <summary>Whether a pitch that sounds can be struck again; else its token lets it go on.</summary>
    public bool StrikesAgain { get; }

    /// <summary>The state after a token.</summary>
    public TuneState Next(TuneState state, int token) =>
        token == RestToken ? state.Rest()
        : state.Sounds && token == _goingOn[state.Last] ? state.Hold()
        : TuneState.Strike(_pitches[token]);

    /// <summary>Rules out the tokens that are not among some.</summary>
    /// <param name="logits">A number for each token.</param>
    /// <param name="last">The last pitch struck, or none.</param>
    /// <param name="choice">The tokens that stay.</param>
    /// <returns>Whether one of them is possible.</returns>
    public bool Keep(Span<float> logits, int last, StepChoice choice)
    {
        int hold = choice.Hold ? _goingOn[last] : -1;
        int rest = choice.Rest ? RestToken : -1;
        bool isAnyPossible = false;
        for (int token = 0; token < logits.Length; token++)
        {
            int pitch = _pitches[token];
            bool stays = token == hold || token == rest || (pitch >= 0 && choice.Strikes.Contains(pitch));
            logits[token] = stays ? logits[token] : float.NegativeInfinity;
            isAnyPossible |= logits[token] > float.NegativeInfinity;
        }

        return isAnyPossible;
    }
}
