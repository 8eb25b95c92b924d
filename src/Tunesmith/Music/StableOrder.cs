namespace Tunesmith.Music;

/// <summary>Sorting that leaves equals as they stood, for what is in order already more often than not.</summary>
internal static class StableOrder
{
    /// <summary>Items in ascending order: the same array where they are so already, else a new one.</summary>
    public static T[] By<T>(T[] items, Comparison<T> compare)
    {
        for (int index = 1; index < items.Length; index++)
        {
            if (compare(items[index - 1], items[index]) > 0)
            {
                return [.. items.Order(Comparer<T>.Create(compare))];
            }
        }

        return items;
    }
}
