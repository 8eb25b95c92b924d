using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// A song at every pitch at which it may be learned: as it is, and moved by up to some semitones as far as all its pitches stay in the
/// encoding. What a network is shown of it is made when it is first asked for, and kept.
/// </summary>
internal sealed class TransposedSong
{
    private readonly TokenSequence _song;
    private readonly ModelDefinition _definition;
    private readonly InputLayout _layout;
    private readonly SongSteps?[] _steps;

    /// <summary>Finds out how far a song can be moved.</summary>
    /// <param name="song">The song.</param>
    /// <param name="definition">What the network means.</param>
    /// <param name="layout">The definition's layout.</param>
    /// <param name="widest">The most semitones it is moved by, up or down; 0 or more.</param>
    public TransposedSong(TokenSequence song, ModelDefinition definition, InputLayout layout, int widest)
    {
        _song = song;
        _definition = definition;
        _layout = layout;
        MelodyEncoding encoding = definition.FindEncoding();
        int[] tokens = [.. song.Tokens.ToArray().Distinct()];
        Shifts = [.. Enumerable.Range(-widest, (2 * widest) + 1)
            .Where(shift => shift == 0 || Array.TrueForAll(tokens, token => encoding.Transpose(token, shift) >= 0))];
        _steps = new SongSteps?[Shifts.Count];
    }

    /// <summary>By how many semitones it can be moved, ascending; 0 is among them.</summary>
    public IReadOnlyList<int> Shifts { get; }

    /// <summary>How many steps there are to predict from.</summary>
    public int Count => _song.Length - 1;

    /// <summary>What a network is shown of it.</summary>
    /// <param name="shift">Which of <see cref="Shifts"/>, counted from 0.</param>
    public SongSteps At(int shift) => _steps[shift] ??= SongSteps.Of(Moved(Shifts[shift]), _definition, _layout);

    private TokenSequence Moved(int semitones)
    {
        if (semitones == 0)
        {
            return _song;
        }

        MelodyEncoding encoding = _definition.FindEncoding();
        int[] tokens = Array.ConvertAll(_song.Tokens.ToArray(), token => encoding.Transpose(token, semitones));
        return new TokenSequence(tokens, _song.Positions, _song.TitleGroup);
    }
}
