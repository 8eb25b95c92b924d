namespace Tunesmith.Music;

/// <summary>
/// One track of a song: the keys that go down and up, the notes they make, the instruments that play them, and how these are controlled.
/// </summary>
public sealed class ScoreTrack
{
    private static readonly SortedDictionary<int, string> NoNames = [];

    private readonly KeyEvent[] _keys;
    private readonly Note[] _notes;

    /// <summary>Makes a track from key events in the order of the file.</summary>
    /// <param name="keys">Presses and releases; ticks never descend.</param>
    /// <param name="name">The track's name; empty where it has none.</param>
    /// <param name="programs">The instruments chosen, in any order; those of one tick keep theirs.</param>
    /// <param name="endTick">The tick at which the track ends; never before its last event.</param>
    /// <param name="channelNames">The names of channels that have one of their own.</param>
    /// <param name="controls">The controllers moving, in any order; those of one tick and place keep theirs.</param>
    /// <param name="bends">The pitch wheels moving, likewise.</param>
    /// <exception cref="ArgumentException">The tick of a key event is below that of the one before.</exception>
    public ScoreTrack(
        IEnumerable<KeyEvent> keys,
        string name = "",
        IEnumerable<ProgramChange>? programs = null,
        long endTick = 0,
        IReadOnlyDictionary<int, string>? channelNames = null,
        IEnumerable<ControlChange>? controls = null,
        IEnumerable<PitchBend>? bends = null)
        : this(keys.ToArray(), name, programs, endTick, channelNames, controls, bends)
    {
    }

    /// <summary>Makes a track of an array that becomes its own.</summary>
    private ScoreTrack(
        KeyEvent[] keys,
        string name,
        IEnumerable<ProgramChange>? programs,
        long endTick,
        IReadOnlyDictionary<int, string>? channelNames,
        IEnumerable<ControlChange>? controls = null,
        IEnumerable<PitchBend>? bends = null)
    {
        ChannelNames = channelNames is null or { Count: 0 } ? NoNames : new SortedDictionary<int, string>(channelNames.ToDictionary());
        _keys = keys;
        Name = name;
        ProgramChange[] changes = StableOrder.By<ProgramChange>([.. programs ?? []], (one, other) => one.Tick.CompareTo(other.Tick));
        Programs = changes;
        CheckOrder(_keys);
        ControlChange[] moves = AmongKeys.Order([.. controls ?? []], _keys);
        PitchBend[] wheels = AmongKeys.Order([.. bends ?? []], _keys);
        (Controls, Bends) = (moves, wheels);
        long lastTick = Math.Max(_keys.Length == 0 ? 0 : _keys[^1].Tick, changes.Length == 0 ? 0 : changes[^1].Tick);
        lastTick = Math.Max(lastTick, Math.Max(moves.Length == 0 ? 0 : moves[^1].Tick, wheels.Length == 0 ? 0 : wheels[^1].Tick));
        EndTick = Math.Max(endTick, lastTick);
        _notes = NotePairing.Pair(_keys, EndTick);
    }

    /// <summary>The track's name; empty where it has none.</summary>
    public string Name { get; }

    /// <summary>The names of channels, 0 to 15, that have one of their own in this track; usually empty.</summary>
    public IReadOnlyDictionary<int, string> ChannelNames { get; }

    /// <summary>Presses and releases in the order of the file, whether or not they make notes.</summary>
    public IReadOnlyList<KeyEvent> Keys => _keys;

    /// <summary>
    /// The notes, in the order of their presses: a release ends the oldest press of its channel and pitch that still sounds;
    /// a press that no release ends lasts to the end of the track; a release that ends nothing is passed over.
    /// </summary>
    public IReadOnlyList<Note> Notes => _notes;

    /// <summary>The instruments chosen, in order of their ticks.</summary>
    public IReadOnlyList<ProgramChange> Programs { get; }

    /// <summary>The controllers moving, in order of their ticks and places among the keys.</summary>
    public IReadOnlyList<ControlChange> Controls { get; }

    /// <summary>The pitch wheels moving, in order of their ticks and places among the keys.</summary>
    public IReadOnlyList<PitchBend> Bends { get; }

    /// <summary>The tick at which the track ends.</summary>
    public long EndTick { get; }

    internal ReadOnlySpan<KeyEvent> KeySpan => _keys;

    internal ReadOnlySpan<Note> NoteSpan => _notes;

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

        return new ScoreTrack(StableOrder.By<KeyEvent>([.. keys], InOrder), name, programs, endTick, channelNames: null);
    }

    /// <summary>By tick, at one tick the releases first, and each by ascending pitch.</summary>
    private static int InOrder(KeyEvent one, KeyEvent other)
    {
        int compared = one.Tick.CompareTo(other.Tick);
        compared = compared != 0 ? compared : one.IsPress.CompareTo(other.IsPress);
        return compared != 0 ? compared : one.Pitch.CompareTo(other.Pitch);
    }

    private static void CheckOrder(ReadOnlySpan<KeyEvent> keys)
    {
        long tick = 0;
        for (int index = 0; index < keys.Length; index++)
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
