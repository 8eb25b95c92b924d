using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Music.Abc.Playing;

/// <summary>Plays the parts of a voice in the order that the tune's head gives; within each its repeats.</summary>
internal static class AbcPartOrder
{
    /// <summary>The elements of a voice in the order in which they are played.</summary>
    /// <param name="elements">The voice.</param>
    /// <param name="order">The letters of the parts; null or empty where they are played as they stand.</param>
    /// <param name="log">Where warnings go.</param>
    /// <exception cref="AbcFormatException">They would be more than 1,000,000.</exception>
    public static IReadOnlyList<AbcRange> Of(IReadOnlyList<AbcElement> elements, string? order, AbcLog log)
    {
        AbcRepeats repeats = new(elements, log);
        int[] starts = [.. Enumerable.Range(0, elements.Count).Where(index => elements[index] is AbcPart)];
        if (string.IsNullOrEmpty(order) || starts.Length == 0)
        {
            return repeats.Order(new AbcRange(0, elements.Count));
        }

        Dictionary<char, AbcRange> parts = [];
        for (int part = 0; part < starts.Length; part++)
        {
            int end = part + 1 < starts.Length ? starts[part + 1] : elements.Count;
            parts.TryAdd(((AbcPart)elements[starts[part]]).Name, new AbcRange(starts[part], end));
        }

        List<AbcRange> played = [.. repeats.Order(new AbcRange(0, starts[0]))];
        foreach (char name in order)
        {
            if (parts.TryGetValue(name, out AbcRange part))
            {
                played.AddRange(repeats.Order(part));
            }
        }

        foreach (char name in order.Distinct().Where(name => !parts.ContainsKey(name)))
        {
            log.Add(elements[starts[0]].Place, $"part {name} of the order {AbcLog.Quote(order)}", "none", "the others are played");
        }

        return played;
    }
}
