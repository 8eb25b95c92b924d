namespace Tunesmith.Music;

/// <summary>
/// The order of what stands among the keys of a track and is none: by tick, and at one tick by how many keys come before it, a number that
/// is brought within the keys of the tick.
/// </summary>
internal static class AmongKeys
{
    /// <summary>Controllers in order.</summary>
    /// <param name="changes">The controllers; the array may be changed.</param>
    /// <param name="keys">The keys of their track, by ascending tick.</param>
    public static ControlChange[] Order(ControlChange[] changes, ReadOnlySpan<KeyEvent> keys) => Order(
        changes,
        keys,
        change => (change.Tick, change.KeysBefore),
        (change, keysBefore) => change with { KeysBefore = keysBefore });

    /// <summary>Pitch wheels in order.</summary>
    /// <param name="bends">The bends; the array may be changed.</param>
    /// <param name="keys">The keys of their track, by ascending tick.</param>
    public static PitchBend[] Order(PitchBend[] bends, ReadOnlySpan<KeyEvent> keys) => Order(
        bends,
        keys,
        bend => (bend.Tick, bend.KeysBefore),
        (bend, keysBefore) => bend with { KeysBefore = keysBefore });

    private static T[] Order<T>(
        T[] items, ReadOnlySpan<KeyEvent> keys, Func<T, (long Tick, int KeysBefore)> placeOf, Func<T, int, T> placedAfter)
    {
        items = StableOrder.By(items, (one, other) => placeOf(one).Tick.CompareTo(placeOf(other).Tick));
        TickKeys around = new(keys);
        foreach (ref T item in items.AsSpan())
        {
            (long tick, int keysBefore) = placeOf(item);
            int place = around.Bring(tick, keysBefore);
            item = place == keysBefore ? item : placedAfter(item, place);
        }

        return StableOrder.By(items, (one, other) => placeOf(one).CompareTo(placeOf(other)));
    }

    /// <summary>The keys of a tick; ticks are asked for in ascending order, so that each key is passed once.</summary>
    private ref struct TickKeys(ReadOnlySpan<KeyEvent> keys)
    {
        private readonly ReadOnlySpan<KeyEvent> _keys = keys;
        private int _first;
        private int _after;

        /// <summary>Brings a number of keys before something within those of its tick.</summary>
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
