namespace Tunesmith.Analysis.Originality;

/// <summary>
/// Sorts the suffixes of a text of whole numbers, in time and memory that grow with its length alone, whatever the text: by induced sorting
/// (Nong, Zhang and Chan, "Linear suffix array construction by almost pure induced-sorting", 2009). A suffix that is the beginning of
/// another comes before it.
/// </summary>
/// <remarks>
/// A place is falling (L) where its suffix is greater than the next one, else rising (S). Once the suffixes at valleys, rising places after
/// falling ones, are in order, one walk forwards puts all falling suffixes in order and one backwards all rising ones. The valleys get
/// their order in the same way from a text of at most half the length, in which each stretch from valley to valley is one number.
/// </remarks>
internal static class SuffixArray
{
    /// <summary>The places of the text in the order of their suffixes.</summary>
    /// <param name="text">Numbers from 0 to <paramref name="alphabet"/> - 1.</param>
    /// <param name="alphabet">How many numbers there are to choose from.</param>
    public static int[] Of(ReadOnlySpan<int> text, int alphabet)
    {
        int[] order = new int[text.Length];
        Sort(text, alphabet, order);
        return order;
    }

    private static void Sort(ReadOnlySpan<int> text, int alphabet, Span<int> order)
    {
        if (text.Length < 2)
        {
            order.Clear();
            return;
        }

        bool[] rises = new bool[text.Length]; // the last suffix is greater than the empty one after it, so it falls
        int valleyCount = 0;
        for (int place = text.Length - 2; place >= 0; place--)
        {
            rises[place] = text[place] < text[place + 1] || (text[place] == text[place + 1] && rises[place + 1]);
            valleyCount += !rises[place] && rises[place + 1] ? 1 : 0;
        }

        int[] valleys = new int[valleyCount];
        int found = 0;
        for (int place = 1; place < text.Length; place++)
        {
            if (IsValley(rises, place))
            {
                valleys[found++] = place;
            }
        }

        int[] ends = Ends(text, alphabet);
        int[] open = new int[alphabet];
        Induce(text, rises, valleys, ends, open, order); // by their stretches alone
        SortValleys(text, rises, valleys, order);
        Induce(text, rises, valleys, ends, open, order);
    }

    private static bool IsValley(bool[] rises, int place) => place > 0 && rises[place] && !rises[place - 1];

    /// <summary>Where the suffixes that begin with each number end in the order.</summary>
    private static int[] Ends(ReadOnlySpan<int> text, int alphabet)
    {
        int[] ends = new int[alphabet];
        foreach (int number in text)
        {
            ends[number]++;
        }

        for (int number = 1; number < alphabet; number++)
        {
            ends[number] += ends[number - 1];
        }

        return ends;
    }

    /// <summary>Puts all suffixes in order, as far as the valleys are.</summary>
    private static void Induce(ReadOnlySpan<int> text, bool[] rises, int[] valleys, int[] ends, int[] open, Span<int> order)
    {
        order.Fill(-1);
        ends.CopyTo(open, 0);
        for (int valley = valleys.Length - 1; valley >= 0; valley--)
        {
            order[--open[text[valleys[valley]]]] = valleys[valley];
        }

        open[0] = 0;
        Array.Copy(ends, 0, open, 1, ends.Length - 1); // now where the suffixes of each number begin
        int last = text.Length - 1;
        order[open[text[last]]++] = last; // the empty suffix, which comes first of all, has it before it
        for (int at = 0; at < order.Length; at++)
        {
            int before = order[at] - 1;
            if (before >= 0 && !rises[before])
            {
                order[open[text[before]]++] = before;
            }
        }

        ends.CopyTo(open, 0);
        for (int at = order.Length - 1; at >= 0; at--)
        {
            int before = order[at] - 1;
            if (before >= 0 && rises[before])
            {
                order[--open[text[before]]] = before;
            }
        }
    }

    /// <summary>Puts the valleys in the order of their suffixes, where they stand in the order of their stretches.</summary>
    private static void SortValleys(ReadOnlySpan<int> text, bool[] rises, int[] valleys, ReadOnlySpan<int> order)
    {
        int[] names = new int[text.Length];
        int count = 0;
        int previous = -1;
        foreach (int place in order)
        {
            if (IsValley(rises, place))
            {
                count += previous >= 0 && IsSameStretch(text, rises, previous, place) ? 0 : 1;
                names[place] = count - 1;
                previous = place;
            }
        }

        int[] shorter = Array.ConvertAll(valleys, valley => names[valley]);
        int[] sorted = new int[shorter.Length];
        if (count == shorter.Length)
        {
            for (int valley = 0; valley < shorter.Length; valley++)
            {
                sorted[shorter[valley]] = valley;
            }
        }
        else
        {
            Sort(shorter, count, sorted);
        }

        int[] unsorted = [.. valleys];
        for (int rank = 0; rank < sorted.Length; rank++)
        {
            valleys[rank] = unsorted[sorted[rank]];
        }
    }

    /// <summary>Whether the stretches from two valleys up to the next ones are the same.</summary>
    private static bool IsSameStretch(ReadOnlySpan<int> text, bool[] rises, int one, int other)
    {
        for (int offset = 0; ; offset++)
        {
            if (one + offset == text.Length || other + offset == text.Length)
            {
                return false;
            }

            if (text[one + offset] != text[other + offset] || rises[one + offset] != rises[other + offset])
            {
                return false;
            }

            if (offset > 0 && (IsValley(rises, one + offset) || IsValley(rises, other + offset)))
            {
                return IsValley(rises, one + offset) && IsValley(rises, other + offset);
            }
        }
    }
}
