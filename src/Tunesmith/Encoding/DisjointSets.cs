namespace Tunesmith.Encoding;

/// <summary>Numbers that are joined into sets, two at a time; at first each is alone. The least of a set is its leader.</summary>
/// <param name="count">How many numbers there are: 0 to this - 1.</param>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _above = [.. Enumerable.Range(0, count)];

    /// <summary>The least number of a number's set.</summary>
    public int LeaderOf(int number)
    {
        while (_above[number] != number)
        {
            _above[number] = _above[_above[number]]; // shortens the way for the next who asks
            number = _above[number];
        }

        return number;
    }

    /// <summary>Makes one set of those of two numbers; false where they are one already.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (LeaderOf(a), LeaderOf(b));
        _above[Math.Max(a, b)] = Math.Min(a, b);
        return a != b;
    }

    /// <summary>How many sets there are.</summary>
    public int Count() => Enumerable.Range(0, _above.Length).Count(number => _above[number] == number);
}
