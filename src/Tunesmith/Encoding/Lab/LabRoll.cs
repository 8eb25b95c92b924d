using Tunesmith.Music;

namespace Tunesmith.Encoding.Lab;

/// <summary>
/// What sounds at each step of the lab's grid: a row of 78 bits, bit b for pitch 24 + b. The lab calls it the note state matrix. It does
/// not know strikes: a key that is let go and struck again between two rows goes on sounding.
/// </summary>
internal sealed class LabRoll
{
    /// <summary>The lowest pitch that is heard, C1.</summary>
    public const int LowestPitch = 24;

    /// <summary>How many pitches are heard: C1 to F7.</summary>
    public const int PitchCount = 78;

    /// <summary>The highest pitch that is heard, F7.</summary>
    public const int HighestPitch = LowestPitch + PitchCount - 1;

    private readonly UInt128[] _rows;

    /// <summary>Makes a roll of rows.</summary>
    public LabRoll(ReadOnlySpan<UInt128> rows) => _rows = rows.ToArray();

    /// <summary>The rows.</summary>
    public ReadOnlySpan<UInt128> Rows => _rows;

    /// <summary>Whether a MIDI number is heard.</summary>
    public static bool Hears(int pitch) => pitch is >= LowestPitch and <= HighestPitch;

    /// <summary>Hears all tracks and channels of a song, to its end or to the first meter that the lab does not know.</summary>
    /// <exception cref="SongTooLongException">The song has more than <see cref="MelodyEncoding.MaxSteps"/> steps.</exception>
    public static LabRoll Hear(Score score)
    {
        LabStop stop = LabStop.Of(score);
        long length = LabGrid.RowOf(stop.Tick, score.TicksPerQuarter) + 1;
        if (length > MelodyEncoding.MaxSteps)
        {
            throw new SongTooLongException(length, MelodyEncoding.MaxSteps);
        }

        KeyEvent[] keys = KeysBefore(score, stop);
        int[] rowOf = Array.ConvertAll(keys, key => (int)LabGrid.RowOf(key.Tick, score.TicksPerQuarter));
        int[] order = StepOrder.Of(rowOf, (int)length);
        Func<int, long> tickOf = key => keys[key].Tick;
        UInt128[] rows = new UInt128[length];
        UInt128 sounding = 0;
        for (int start = 0, row = 0; row < rows.Length;)
        {
            int end = start;
            for (; end < order.Length && rowOf[order[end]] == row; end++)
            {
            }

            Span<int> struck = order.AsSpan(start, end - start);
            StepOrder.SortByTick(struck, tickOf);
            foreach (int key in struck)
            {
                sounding = Press(sounding, keys[key]);
            }

            int next = end < order.Length ? rowOf[order[end]] : rows.Length;
            rows.AsSpan(row, next - row).Fill(sounding);
            (start, row) = (end, next);
        }

        return new LabRoll(rows);
    }

    /// <summary>The roll of one voice.</summary>
    public static LabRoll FromMelody(ReadOnlySpan<MelodyStep> steps)
    {
        UInt128[] rows = new UInt128[steps.Length];
        for (int step = 0; step < rows.Length; step++)
        {
            rows[step] = steps[step].Pitch is { } pitch ? UInt128.One << (pitch.Number - LowestPitch) : 0;
        }

        return new LabRoll(rows);
    }

    /// <summary>The highest pitch of each row.</summary>
    public MelodyStep[] HighestVoice()
    {
        MelodyStep[] steps = new MelodyStep[_rows.Length];
        for (int row = 0; row < steps.Length; row++)
        {
            int highest = 127 - (int)UInt128.LeadingZeroCount(_rows[row]);
            steps[row] = highest < 0 ? MelodyStep.Rest : MelodyStep.Hold(new Pitch(LowestPitch + highest));
        }

        return steps;
    }

    /// <summary>The keys that are heard, track by track: at one tick the tracks come one after another, each in its own order.</summary>
    private static KeyEvent[] KeysBefore(Score score, LabStop stop)
    {
        KeyEvent[] keys = new KeyEvent[score.Tracks.Sum(track => track.Keys.Count)];
        int count = 0;
        for (int number = 0; number < score.Tracks.Count; number++)
        {
            ReadOnlySpan<KeyEvent> track = score.Tracks[number].KeySpan;
            int heard = 0;
            while (heard < track.Length && stop.Hears(track[heard].Tick, number, heard))
            {
                heard++;
            }

            track[..heard].CopyTo(keys.AsSpan(count));
            count += heard;
        }

        return count == keys.Length ? keys : keys[..count];
    }

    private static UInt128 Press(UInt128 sounding, KeyEvent key)
    {
        if (!Hears(key.Pitch.Number))
        {
            return sounding;
        }

        UInt128 bit = UInt128.One << (key.Pitch.Number - LowestPitch);
        return key.IsPress ? sounding | bit : sounding & ~bit;
    }
}
