namespace Tunesmith.Analysis.Originality;

/// <summary>
/// Numbers among which the nearest below a limit is found in logarithmic time: above them stand the least of each sixteen, above those the
/// least of each sixteen again, and so on, a fifteenth of the numbers together.
/// </summary>
internal sealed class CommonUnits
{
    private const int Fan = 16;

    private readonly int[][] _levels;

    /// <summary>Takes the numbers.</summary>
    public CommonUnits(int[] numbers)
    {
        List<int[]> levels = [numbers];
        while (levels[^1].Length > Fan)
        {
            int[] below = levels[^1];
            int[] least = new int[(below.Length + Fan - 1) / Fan];
            for (int at = 0; at < least.Length; at++)
            {
                int first = at * Fan;
                int least16 = below[first];
                for (int member = first + 1; member < Math.Min(first + Fan, below.Length); member++)
                {
                    least16 = Math.Min(least16, below[member]);
                }

                least[at] = least16;
            }

            levels.Add(least);
        }

        _levels = [.. levels];
    }

    /// <summary>How many numbers there are.</summary>
    public int Length => _levels[0].Length;

    /// <summary>A number.</summary>
    public int this[int index] => _levels[0][index];

    /// <summary>The last place at or before one where the number is below a limit; -1 where there is none.</summary>
    public int LastBelow(int index, int limit)
    {
        int level = 0;
        while (index >= 0)
        {
            if (_levels[level][index] < limit)
            {
                if (level == 0)
                {
                    return index;
                }

                level--;
                index = Math.Min((index * Fan) + Fan, _levels[level].Length) - 1;
            }
            else if (index % Fan == 0 && level + 1 < _levels.Length)
            {
                level++;
                index = (index / Fan) - 1;
            }
            else
            {
                index--;
            }
        }

        return -1;
    }

    /// <summary>The first place at or after one where the number is below a limit; <see cref="Length"/> where there is none.</summary>
    public int FirstBelow(int index, int limit)
    {
        int level = 0;
        while (index < _levels[level].Length)
        {
            if (_levels[level][index] < limit)
            {
                if (level == 0)
                {
                    return index;
                }

                level--;
                index *= Fan;
            }
            else if (index % Fan == Fan - 1 && level + 1 < _levels.Length)
            {
                level++;
                index = (index / Fan) + 1;
            }
            else
            {
                index++;
            }
        }

        return Length;
    }
}
