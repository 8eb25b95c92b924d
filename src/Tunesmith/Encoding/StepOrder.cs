using System.Buffers;

namespace Tunesmith.Encoding;

/// <summary>Puts what falls on steps in their order, in time that grows with the number of things and of steps and no faster.</summary>
internal static class StepOrder
{
    /// <summary>The numbers of things in ascending order of their steps; those of one step as they stood.</summary>
    /// <param name="steps">The step of each, 0 to <paramref name="length"/> - 1.</param>
    /// <param name="length">How many steps there are.</param>
    public static int[] Of(ReadOnlySpan<int> steps, int length)
    {
        int[] order = new int[steps.Length];
        if (IsAscending(steps))
        {
            for (int index = 0; index < order.Length; index++)
            {
                order[index] = index;
            }

            return order;
        }

        // places[s] is where the next thing of step s goes: at first, after all those of the steps before.
        int[] places = ArrayPool<int>.Shared.Rent(length + 1);
        places.AsSpan(0, length + 1).Clear();
        foreach (int step in steps)
        {
            places[step + 1]++;
        }

        for (int step = 1; step < length; step++)
        {
            places[step] += places[step - 1];
        }

        for (int index = 0; index < steps.Length; index++)
        {
            order[places[steps[index]]++] = index;
        }

        ArrayPool<int>.Shared.Return(places);
        return order;
    }

    /// <summary>Sorts the things of one step by their ticks; those of one tick stay as they stood.</summary>
    /// <param name="numbers">Their numbers, ascending.</param>
    /// <param name="tickOf">The tick of each number.</param>
    public static void SortByTick(Span<int> numbers, Func<int, long> tickOf)
    {
        for (int index = 1; index < numbers.Length; index++)
        {
            if (tickOf(numbers[index]) < tickOf(numbers[index - 1]))
            {
                numbers.Sort((one, other) => (tickOf(one), one).CompareTo((tickOf(other), other)));
                return;
            }
        }
    }

    private static bool IsAscending(ReadOnlySpan<int> steps)
    {
        for (int index = 1; index < steps.Length; index++)
        {
            if (steps[index] < steps[index - 1])
            {
                return false;
            }
        }

        return true;
    }
}
