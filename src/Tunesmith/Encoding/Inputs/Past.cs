using System.Runtime.InteropServices;
using Tunesmith.Music;

namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// The song so far, as the inputs of a network look back on it. It grows by one step at a time, and every question is answered in a time
/// that does not depend on how long the song is.
/// </summary>
/// <remarks>
/// An <b>event</b> is a token with the steps that go on from it: a note, a rest. It begins at every step whose token is not the
/// continuation of the one before; see <see cref="MelodyEncoding.Continuation"/>.
/// </remarks>
internal sealed class Past
{
    private readonly List<int> _tokens;
    private readonly List<int> _eventOfStep;
    private readonly List<int> _starts;
    private readonly List<int> _sameBefore;
    private readonly int[] _lastOfToken;

    /// <summary>Begins with nothing heard.</summary>
    /// <param name="encoding">What the tokens mean.</param>
    /// <param name="capacity">For how many steps room is made at once: hearing them allocates nothing. Longer songs make more.</param>
    public Past(MelodyEncoding encoding, int capacity = 0)
    {
        Encoding = encoding;
        _tokens = new List<int>(capacity);
        _eventOfStep = new List<int>(capacity);
        _starts = new List<int>(capacity);
        _sameBefore = new List<int>(capacity);
        _lastOfToken = new int[encoding.TokenCount];
        Array.Fill(_lastOfToken, -1);
    }

    /// <summary>What the tokens mean.</summary>
    public MelodyEncoding Encoding { get; }

    /// <summary>How many steps have been heard.</summary>
    public int Length => _tokens.Count;

    /// <summary>The tokens heard, the current one last.</summary>
    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>Where the step to be predicted stands in its bar.</summary>
    public BarPosition NextPosition { get; private set; }

    /// <summary>The token that would change nothing: what sounds goes on, or the rest does.</summary>
    public int Continuation => Encoding.Continuation(_tokens[^1]);

    /// <summary>How many events have begun.</summary>
    public int Events => _starts.Count;

    /// <summary>Hears a step.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="nextPosition">Where the step after it stands in its bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The token is none of the encoding's, or the step is not in its bar.</exception>
    public void Hear(int token, BarPosition nextPosition)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, _lastOfToken.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(nextPosition.Offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nextPosition.Offset, nextPosition.Length);
        if (Length == 0 || token != Continuation)
        {
            _starts.Add(Length);
            _sameBefore.Add(_lastOfToken[token]);
            _lastOfToken[token] = Events - 1;
        }

        _tokens.Add(token);
        _eventOfStep.Add(Events - 1);
        NextPosition = nextPosition;
    }

    /// <summary>The event that a step belongs to; events count from 0.</summary>
    public int EventAt(int step) => _eventOfStep[step];

    /// <summary>The token that an event began with.</summary>
    public int TokenOf(int musicalEvent) => _tokens[_starts[musicalEvent]];

    /// <summary>The step at which an event began.</summary>
    public int StartOf(int musicalEvent) => _starts[musicalEvent];

    /// <summary>The steps of an event; of the current one, those so far.</summary>
    public int LengthOf(int musicalEvent) => (musicalEvent + 1 < Events ? _starts[musicalEvent + 1] : Length) - _starts[musicalEvent];

    /// <summary>Whether an event has begun with a token.</summary>
    public bool HasHeard(int token) => _lastOfToken[token] >= 0;

    /// <summary>The latest event before an event that began with the same token; -1 for none.</summary>
    public int SameBefore(int musicalEvent) => _sameBefore[musicalEvent];

    /// <summary>
    /// For how many steps the past up to a step, that step left out, agrees with the past up to now; 0 to <paramref name="most"/>.
    /// </summary>
    /// <param name="step">A step that has been heard, or 0.</param>
    /// <param name="most">Where counting ends.</param>
    /// <param name="semitones">How far what stood there lies below what stands here.</param>
    public int Agreement(int step, int most, int semitones = 0)
    {
        ReadOnlySpan<int> tokens = Tokens;
        int end = Math.Min(step, most);
        int agreement = 0;
        while (agreement < end && Moved(tokens[step - 1 - agreement], semitones) == tokens[^(agreement + 1)])
        {
            agreement++;
        }

        return agreement;
    }

    /// <summary>A token moved by semitones; -1 where it leaves the encoding's range.</summary>
    public int Moved(int token, int semitones) => semitones == 0 ? token : Encoding.Transpose(token, semitones);
}
