using System.Buffers;

namespace Tunesmith.Music;

/// <summary>Makes notes of presses and releases.</summary>
internal static class NotePairing
{
    private const int Queues = NoteRange.Channels * (Pitch.HighestNumber + 1);

    /// <summary>Pairs each press with the release that ends it, oldest press first.</summary>
    public static Note[] Pair(ReadOnlySpan<KeyEvent> keys, long endTick)
    {
        int presses = 0;
        foreach (ref readonly KeyEvent key in keys)
        {
            presses += key.IsPress ? 1 : 0;
        }

        if (presses == 0)
        {
            return [];
        }

        // What sounds on a pitch of a channel is a queue of notes linked by their numbers from 1, 0 being none.
        Note[] notes = new Note[presses];
        int[] next = ArrayPool<int>.Shared.Rent(presses + 1);
        Span<int> oldest = stackalloc int[Queues];
        Span<int> newest = stackalloc int[Queues];
        oldest.Clear();
        int count = 0;
        foreach (ref readonly KeyEvent key in keys)
        {
            int queue = (key.Channel * (Pitch.HighestNumber + 1)) + key.Pitch.Number;
            if (key.IsPress)
            {
                notes[count++] = new Note(key.Tick, endTick - key.Tick, key.Pitch, key.Velocity, key.Channel);
                next[count] = 0;
                (oldest[queue] == 0 ? ref oldest[queue] : ref next[newest[queue]]) = count;
                newest[queue] = count;
                continue;
            }

            int number = oldest[queue];
            if (number > 0)
            {
                ref Note note = ref notes[number - 1];
                note = note with { Length = key.Tick - note.Onset };
                oldest[queue] = next[number];
            }
        }

        ArrayPool<int>.Shared.Return(next);
        return notes;
    }
}
