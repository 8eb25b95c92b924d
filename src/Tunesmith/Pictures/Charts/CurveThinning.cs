namespace Tunesmith.Pictures.Charts;

/// <summary>Makes a curve of many points one of few that looks the same.</summary>
internal static class CurveThinning
{
    /// <summary>
    /// The points of a curve as runs between gaps, which are where a value is not finite: of each stretch the first, least, greatest and
    /// last.
    /// </summary>
    /// <param name="points">The points by ascending step.</param>
    /// <param name="stretches">How many stretches a curve is cut into; it then has at most four times as many points.</param>
    public static IReadOnlyList<IReadOnlyList<CurvePoint>> Thin(IReadOnlyList<CurvePoint> points, int stretches)
    {
        List<List<CurvePoint>> runs = [[]];
        foreach (CurvePoint point in points)
        {
            if (!double.IsFinite(point.Step))
            {
                continue;
            }

            if (double.IsFinite(point.Value))
            {
                runs[^1].Add(point);
            }
            else if (runs[^1].Count > 0)
            {
                runs.Add([]);
            }
        }

        runs.RemoveAll(run => run.Count == 0);
        int total = runs.Sum(run => run.Count);
        return total <= 4 * stretches
            ? runs
            : [.. runs.Select(run => ThinRun(run, Math.Max(1, (int)((long)stretches * run.Count / total)))).Take(stretches)];
    }

    private static List<CurvePoint> ThinRun(List<CurvePoint> run, int stretches)
    {
        List<CurvePoint> thin = [];
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            int from = (int)((long)run.Count * stretch / stretches);
            int to = (int)((long)run.Count * (stretch + 1) / stretches);
            int[] kept = [from, Extreme(run, from, to, 1), Extreme(run, from, to, -1), to - 1];
            thin.AddRange(kept.Distinct().Order().Where(index => index >= from && index < to).Select(index => run[index]));
        }

        return thin;
    }

    private static int Extreme(List<CurvePoint> run, int from, int to, int sign)
    {
        int best = from;
        for (int index = from; index < to; index++)
        {
            best = sign * run[index].Value > sign * run[best].Value ? index : best;
        }

        return best;
    }
}
