using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Experiments;

/// <summary>Which songs are long enough to have steps that are scored.</summary>
public static class ScoredSongs
{
    /// <summary>How many songs end before the first step scored.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="from">The first step scored.</param>
    public static int CountTooShort(IEnumerable<TokenSequence> songs, int from) => songs.Count(song => song.Length <= from);

    /// <summary>Checks that one is not.</summary>
    /// <exception cref="EvaluationException">All are too short.</exception>
    internal static void Require(IReadOnlyList<TokenSequence> songs, int from)
    {
        int longest = songs.Select(song => song.Length).DefaultIfEmpty().Max();
        if (longest <= from)
        {
            string earlier =
                longest > 1 ? string.Create(CultureInfo.InvariantCulture, $"score from step {longest / 2} or earlier, or ") : "";
            throw new EvaluationException(string.Create(
                CultureInfo.InvariantCulture,
                $"no song has a step to score: they are scored from step {from}, and the longest has {longest} steps; "
                + $"{earlier}add longer songs"));
        }
    }
}
