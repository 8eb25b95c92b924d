using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>A melody's notes without rests: their pitches, and the steps at which they are struck.</summary>
internal sealed class NoteLine
{
    private readonly int[] _onsets;
    private readonly byte[] _pitches;

    /// <summary>Takes the notes of a melody.</summary>
    public NoteLine(Melody melody)
    {
        ReadOnlySpan<MelodyStep> steps = melody.Steps;
        int notes = 0;
        foreach (MelodyStep step in steps)
        {
            notes += step.IsOnset ? 1 : 0;
        }

        _onsets = new int[notes];
        _pitches = new byte[notes];
        int note = 0;
        for (int step = 0; step < steps.Length; step++)
        {
            if (steps[step].IsOnset)
            {
                _onsets[note] = step;
                _pitches[note++] = (byte)steps[step].Pitch!.Value.Number;
            }
        }
    }

    /// <summary>How many notes there are.</summary>
    public int Length => _pitches.Length;

    /// <summary>The MIDI number of a note.</summary>
    public int Pitch(int note) => _pitches[note];

    /// <summary>By how many semitones a note is higher than the one before it.</summary>
    /// <param name="note">1 or more.</param>
    public int Interval(int note) => _pitches[note] - _pitches[note - 1];

    /// <summary>The steps from each of some notes to the next.</summary>
    /// <param name="first">The first note.</param>
    /// <param name="notes">How many notes; there is one number less than notes.</param>
    public int[] Times(int first, int notes) =>
        [.. Enumerable.Range(first + 1, notes - 1).Select(note => _onsets[note] - _onsets[note - 1])];
}
