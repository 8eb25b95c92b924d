using System.Collections;

namespace Tunesmith.Model;

/// <summary>
/// A list that never changes and is equal to another of the same items, so that records that hold lists are equal by value.
/// </summary>
internal sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    /// <summary>Takes an array over, which nobody else may change.</summary>
    public ValueList(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists that are equal by value.</summary>
internal static class ValueList
{
    /// <summary>A copy of a list; the list itself where it is such a one already.</summary>
    /// <param name="items">The items; null, which a record gets from JSON that leaves the list out, is none.</param>
    public static ValueList<T> Of<T>(IReadOnlyList<T>? items) => items as ValueList<T> ?? new ValueList<T>([.. items ?? []]);
}
