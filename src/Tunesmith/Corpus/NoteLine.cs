using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>A melody's notes without rests: their pitches, and the steps at which they are struck.</summary>
internal sealed class NoteLine
{
    private readonly int[] _onsets;

    /// <summary>Takes the notes of a melody.</summary>
    public NoteLine(Melody melody)
    {
        _onsets = [.. Enumerable.Range(0, melody.Length).Where(step => melody.Steps[step].IsOnset)];
        Pitches = Array.ConvertAll(_onsets, step => melody.Steps[step].Pitch!.Value.Number);
    }

    /// <summary>How many notes there are.</summary>
    public int Length => _onsets.Length;

    /// <summary>Each note's MIDI number.</summary>
    public int[] Pitches { get; }

    /// <summary>By how many semitones a note is higher than the one before it.</summary>
    /// <param name="note">1 or more.</param>
    public int Interval(int note) => Pitches[note] - Pitches[note - 1];

    /// <summary>The steps from each of some notes to the next.</summary>
    /// <param name="first">The first note.</param>
    /// <param name="notes">How many notes; there is one number less than notes.</param>
    public int[] Times(int first, int notes) =>
        [.. Enumerable.Range(first + 1, notes - 1).Select(note => _onsets[note] - _onsets[note - 1])];
}
