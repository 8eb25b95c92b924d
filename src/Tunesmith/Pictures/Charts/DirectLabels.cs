namespace Tunesmith.Pictures.Charts;

/// <summary>Puts labels beside the ends of curves so that none covers another, each as near to its end as the others let it.</summary>
internal static class DirectLabels
{
    /// <summary>Places labels.</summary>
    /// <param name="wanted">Where each would best be, in any order.</param>
    /// <param name="height">The least distance from one to the next.</param>
    /// <param name="top">The least place.</param>
    /// <param name="bottom">The greatest place; where there is too little room for all, some are below it.</param>
    /// <returns>The places, in the order of what is wanted.</returns>
    public static double[] Place(IReadOnlyList<double> wanted, double height, double top, double bottom)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(index => wanted[index])];
        double[] places = new double[wanted.Count];
        double free = top;
        foreach (int index in order)
        {
            places[index] = Math.Max(wanted[index], free);
            free = places[index] + height;
        }

        double limit = bottom;
        foreach (int index in order.Reverse())
        {
            places[index] = Math.Min(places[index], limit);
            limit = places[index] - height;
        }

        // Pushed up beyond the top: there is too little room, and the rest goes on below.
        free = top;
        foreach (int index in order)
        {
            places[index] = Math.Max(places[index], free);
            free = places[index] + height;
        }

        return places;
    }
}
