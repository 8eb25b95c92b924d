namespace Tunesmith.Music;

/// <summary>
/// One track of a song: the keys that go down and up, the notes they make, and the instruments that play them.
/// </summary>
public sealed class ScoreTrack
{
    private static readonly SortedDictionary<int, string> NoNames = [];

    /// <summary>Makes a track from key events in the order of the file.</summary>
    /// <param name="keys">Presses and releases; ticks never descend.</param>
    /// <param name="name">The track's name; empty where it has none.</param>
    /// <param name="programs">The instruments chosen, in any order; those of one tick keep theirs.</param>
    /// <param name="endTick">The tick at which the track ends; never before its last event.</param>
    /// <param name="channelNames">The names of channels that have one of their own.</param>
    /// <exception cref="ArgumentException">The tick of a key event is below 0 or below the one before.</exception>
    public ScoreTrack(
        IEnumerable<KeyEvent> keys,
        string name = "",
        IEnumerable<ProgramChange>? programs = null,
        long endTick = 0,
        IReadOnlyDictionary<int, string>? channelNames = null)
        : this(keys.ToArray(), name, programs, endTick, channelNames)
    {
    }

    /// <summary>Makes a track of an array that becomes its own.</summary>
    private ScoreTrack(
        KeyEvent[] keys,
        string name,
        IEnumerable<ProgramChange>? programs,
        long endTick,
        IReadOnlyDictionary<int, string>? channelNames)
    {
        ChannelNames = channelNames is null ? NoNames : new SortedDictionary<int, string>(channelNames.ToDictionary());
        Keys = keys;
        Name = name;
        Programs = [.. (programs ?? []).OrderBy(change => change.Tick)];
        CheckOrder(Keys);
        long lastTick = Math.Max(Keys.Count == 0 ? 0 : Keys[^1].Tick, Programs.Count == 0 ? 0 : Programs[^1].Tick);
        EndTick = Math.Max(endTick, lastTick);
        Notes = NotePairing.Pair(Keys, EndTick);
    }

    /// <summary>The track's name; empty where it has none.</summary>
    public string Name { get; }

    /// <summary>The names of channels, 0 to 15, that have one of their own in this track; usually empty.</summary>
    public IReadOnlyDictionary<int, string> ChannelNames { get; }

    /// <summary>Presses and releases in the order of the file, whether or not they make notes.</summary>
    public IReadOnlyList<KeyEvent> Keys { get; }

    /// <summary>
    /// The notes, in the order of their presses: a release ends the oldest press of its channel and pitch that still sounds;
    /// a press that no release ends lasts to the end of the track; a release that ends nothing is passed over.
    /// </summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>The instruments chosen, in order of their ticks.</summary>
    public IReadOnlyList<ProgramChange> Programs { get; }

    /// <summary>The tick at which the track ends.</summary>
    public long EndTick { get; }

    /// <summary>Makes a track from notes: at one tick releases come before presses, and each by ascending pitch.</summary>
    /// <param name="notes">The notes in any order.</param>
    /// <param name="name">The track's name; empty where it has none.</param>
    /// <param name="programs">The instruments chosen.</param>
    /// <param name="endTick">The tick at which the track ends; never before its last event.</param>
    public static ScoreTrack FromNotes(
        IEnumerable<Note> notes, string name = "", IEnumerable<ProgramChange>? programs = null, long endTick = 0)
    {
        List<KeyEvent> keys = notes.TryGetNonEnumeratedCount(out int count) ? new(2 * count) : [];
        foreach (Note note in notes)
        {
            keys.Add(new KeyEvent(note.Onset, note.Pitch, note.Velocity, note.Channel));
            keys.Add(new KeyEvent(note.End, note.Pitch, 0, note.Channel));
        }

        return new ScoreTrack(InOrder(keys), name, programs, endTick, channelNames: null);
    }

    /// <summary>By tick, at one tick the releases first, and each by ascending pitch; what is equal in these keeps its order.</summary>
    private static KeyEvent[] InOrder(List<KeyEvent> keys)
    {
        bool areInOrder = true; // as those of one voice are
        for (int index = 1; index < keys.Count && areInOrder; index++)
        {
            areInOrder = Compare(index - 1, index) < 0;
        }

        if (areInOrder)
        {
            return [.. keys];
        }

        int[] order = new int[keys.Count];
        for (int index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        order.AsSpan().Sort(Compare);
        KeyEvent[] sorted = new KeyEvent[order.Length];
        for (int index = 0; index < sorted.Length; index++)
        {
            sorted[index] = keys[order[index]];
        }

        return sorted;

        int Compare(int one, int other)
        {
            (KeyEvent left, KeyEvent right) = (keys[one], keys[other]);
            int compared = left.Tick.CompareTo(right.Tick);
            compared = compared != 0 ? compared : left.IsPress.CompareTo(right.IsPress);
            compared = compared != 0 ? compared : left.Pitch.CompareTo(right.Pitch);
            return compared != 0 ? compared : one.CompareTo(other);
        }
    }

    private static void CheckOrder(IReadOnlyList<KeyEvent> keys)
    {
        long tick = 0;
        for (int index = 0; index < keys.Count; index++)
        {
            if (keys[index].Tick < tick)
            {
                throw new ArgumentException(
                    $"Expected tick {tick} or later at key event {index}, found {keys[index].Tick}. Sort them by tick.",
                    nameof(keys));
            }

            tick = keys[index].Tick;
        }
    }
}
