using Tunesmith.Music;

namespace Tunesmith.Analysis.Originality;

/// <summary>
/// The notes of one hearing of a song, one after another: their pitches, and the steps at which they are struck. Where they end, and so
/// every rest, is passed over. It holds no melody, so that ten thousand songs on a fine grid need little memory.
/// </summary>
public sealed class MelodyNotes
{
    /// <summary>The longest melody: 2^28 - 1 steps, so that an interval and two onset distances fit in 64 bits.</summary>
    internal const int MostSteps = (1 << 28) - 1;

    private readonly byte[] _pitches;
    private readonly int[] _onsets;
    private readonly MeterMap _meters;

    private MelodyNotes(byte[] pitches, int[] onsets, MeterMap meters, int stepsPerQuarter, int length)
    {
        (_pitches, _onsets, _meters) = (pitches, onsets, meters);
        (StepsPerQuarter, Length) = (stepsPerQuarter, length);
    }

    /// <summary>How many notes there are.</summary>
    public int Count => _pitches.Length;

    /// <summary>Steps in a quarter note: the grid of the hearing.</summary>
    public int StepsPerQuarter { get; }

    /// <summary>The steps of the whole melody.</summary>
    public int Length { get; }

    /// <summary>The MIDI numbers of the notes.</summary>
    internal ReadOnlySpan<byte> Pitches => _pitches;

    /// <summary>The steps at which the notes are struck, ascending.</summary>
    internal ReadOnlySpan<int> Onsets => _onsets;

    /// <summary>Takes the notes of a melody.</summary>
    /// <param name="melody">The melody, of fewer than 2^28 steps.</param>
    /// <param name="from">
    /// The first step that counts: only notes struck there or later are taken, as of a song of which the beginning was given and the rest
    /// composed. Their bars are those of the whole melody.
    /// </param>
    /// <exception cref="ArgumentException">The melody is too long.</exception>
    public static MelodyNotes Of(Melody melody, int from = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        if (melody.Length > MostSteps)
        {
            throw new ArgumentException($"Expected a melody of at most {MostSteps} steps, found {melody.Length}.", nameof(melody));
        }

        ReadOnlySpan<MelodyStep> steps = melody.Steps;
        int notes = 0;
        for (int step = from; step < steps.Length; step++)
        {
            notes += steps[step].IsOnset ? 1 : 0;
        }

        byte[] pitches = new byte[notes];
        int[] onsets = new int[notes];
        int note = 0;
        for (int step = from; step < steps.Length; step++)
        {
            if (steps[step].IsOnset)
            {
                pitches[note] = (byte)steps[step].Pitch!.Value.Number;
                onsets[note++] = step;
            }
        }

        return new MelodyNotes(pitches, onsets, melody.Meters, melody.StepsPerQuarter, melody.Length);
    }

    /// <summary>The bar in which a note is struck, counted from 1 as a person counts: an upbeat is bar 1.</summary>
    /// <param name="note">0 to <see cref="Count"/> - 1.</param>
    public int BarOf(int note) => _meters.BarAt(_onsets[note], StepsPerQuarter);
}
