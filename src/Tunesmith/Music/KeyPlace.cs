namespace Tunesmith.Music;

/// <summary>Puts what is no key in order: by tick, and at one tick by its place among the keys, which is brought within those of the tick.</summary>
internal static class KeyPlace
{
    /// <summary>Controllers in order.</summary>
    /// <param name="changes">The controllers; the array may be changed.</param>
    /// <param name="keys">The keys of their track, by ascending tick.</param>
    public static ControlChange[] Order(ControlChange[] changes, ReadOnlySpan<KeyEvent> keys)
    {
        changes = StableOrder.By(changes, (one, other) => one.Tick.CompareTo(other.Tick));
        Window window = new(keys);
        foreach (ref ControlChange change in changes.AsSpan())
        {
            int place = window.Bring(change.Tick, change.KeysBefore);
            change = place == change.KeysBefore ? change : change with { KeysBefore = place };
        }

        return StableOrder.By(changes, (one, other) => (one.Tick, one.KeysBefore).CompareTo((other.Tick, other.KeysBefore)));
    }

    /// <summary>Pitch wheels in order.</summary>
    /// <param name="bends">The bends; the array may be changed.</param>
    /// <param name="keys">The keys of their track, by ascending tick.</param>
    public static PitchBend[] Order(PitchBend[] bends, ReadOnlySpan<KeyEvent> keys)
    {
        bends = StableOrder.By(bends, (one, other) => one.Tick.CompareTo(other.Tick));
        Window window = new(keys);
        foreach (ref PitchBend bend in bends.AsSpan())
        {
            int place = window.Bring(bend.Tick, bend.KeysBefore);
            bend = place == bend.KeysBefore ? bend : bend with { KeysBefore = place };
        }

        return StableOrder.By(bends, (one, other) => (one.Tick, one.KeysBefore).CompareTo((other.Tick, other.KeysBefore)));
    }

    /// <summary>The keys of a tick; ticks are asked for in ascending order, so that each key is passed once.</summary>
    private ref struct Window(ReadOnlySpan<KeyEvent> keys)
    {
        private readonly ReadOnlySpan<KeyEvent> _keys = keys;
        private int _first;
        private int _after;

        public int Bring(long tick, int keysBefore)
        {
            while (_first < _keys.Length && _keys[_first].Tick < tick)
            {
                _first++;
            }

            _after = Math.Max(_after, _first);
            while (_after < _keys.Length && _keys[_after].Tick <= tick)
            {
                _after++;
            }

            return Math.Clamp(keysBefore, _first, _after);
        }
    }
}
