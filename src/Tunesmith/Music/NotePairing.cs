namespace Tunesmith.Music;

/// <summary>Makes notes of presses and releases.</summary>
internal static class NotePairing
{
    /// <summary>Pairs each press with the release that ends it, oldest press first.</summary>
    public static Note[] Pair(IReadOnlyList<KeyEvent> keys, long endTick)
    {
        Note[] notes = new Note[keys.Count(key => key.IsPress)];
        int count = 0;
        Dictionary<(int Channel, Pitch Pitch), Queue<int>> sounding = [];
        foreach (KeyEvent key in keys)
        {
            if (!sounding.TryGetValue((key.Channel, key.Pitch), out Queue<int>? presses))
            {
                sounding[(key.Channel, key.Pitch)] = presses = new Queue<int>();
            }

            if (key.IsPress)
            {
                presses.Enqueue(count);
                notes[count++] = new Note(key.Tick, endTick - key.Tick, key.Pitch, key.Velocity, key.Channel);
            }
            else if (presses.TryDequeue(out int index))
            {
                notes[index] = notes[index] with { Length = key.Tick - notes[index].Onset };
            }
        }

        return notes;
    }
}
