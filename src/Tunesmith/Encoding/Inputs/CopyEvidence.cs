using System.Numerics;
using Tunesmith.Music;

namespace Tunesmith.Encoding.Inputs;

/// <summary>
/// What speaks for and against each proposal, as three rows of a table of scores. With a = the level of its agreement (0, 1, 2, 3, 4-7,
/// 8-15, 16-31, 32-63, 64: nine levels) and m = whether it is a move:
/// <code>
/// (source, a, m)    how far this source is to be trusted
/// (a, m, beat)      whether moves are to be expected there: off the beat, on it, in the middle of the bar, at its beginning
/// (a, m, rival)     the highest level among the proposals of another token, or none
/// </code>
/// </summary>
internal static class CopyEvidence
{
    /// <summary>Rows that a proposal has.</summary>
    public const int RowsPerCopy = 3;

    private const int Levels = 9;
    private const int Beats = 4;
    private const int Rivals = Levels + 1;

    /// <summary>How many rows the table has.</summary>
    /// <param name="sources">How many sources there are.</param>
    public static int RowCount(int sources) => 2 * Levels * (sources + Beats + Rivals);

    /// <summary>The rows of all proposals of a step.</summary>
    /// <param name="proposals">One of each source.</param>
    /// <param name="continuation">The token that would change nothing.</param>
    /// <param name="next">Where the step to be predicted stands in its bar.</param>
    /// <param name="stepsPerQuarter">Steps in a quarter note.</param>
    /// <param name="rows">(sources, 3): receives the rows; -1 where there is no proposal.</param>
    public static void Rows(ReadOnlySpan<Proposal> proposals, int continuation, BarPosition next, int stepsPerQuarter, Span<int> rows)
    {
        int beat = Beat(next, stepsPerQuarter);
        Rivalry rivalry = Rivalry.Among(proposals);
        for (int source = 0; source < proposals.Length; source++)
        {
            Span<int> own = rows.Slice(source * RowsPerCopy, RowsPerCopy);
            Proposal proposal = proposals[source];
            if (!proposal.Exists)
            {
                own.Fill(-1);
                continue;
            }

            int trust = (2 * Level(proposal.Agreement)) + (proposal.Token == continuation ? 0 : 1);
            own[0] = (2 * Levels * source) + trust;
            own[1] = (2 * Levels * proposals.Length) + (trust * Beats) + beat;
            own[2] = (2 * Levels * (proposals.Length + Beats)) + (trust * Rivals) + rivalry.Against(proposal.Token);
        }
    }

    /// <summary>The level of an agreement: 0, 1, 2, 3, then one for each doubling; 0 to 8.</summary>
    internal static int Level(int agreement) => agreement < 4 ? agreement : Math.Min(BitOperations.Log2((uint)agreement) + 2, Levels - 1);

    private static int Beat(BarPosition next, int stepsPerQuarter) =>
        next.Offset == 0 ? 3 : next.Offset * 2 == next.Length ? 2 : next.Offset % stepsPerQuarter == 0 ? 1 : 0;

    /// <summary>
    /// The token of the proposal with the highest level, and the highest levels for it and for any other; 0 for none, else the level + 1.
    /// </summary>
    private readonly record struct Rivalry(int Token, int Highest, int OfOthers)
    {
        public static Rivalry Among(ReadOnlySpan<Proposal> proposals)
        {
            Rivalry found = new(-1, 0, 0);
            foreach (Proposal proposal in proposals)
            {
                int level = proposal.Exists ? Level(proposal.Agreement) + 1 : 0;
                if (level > found.Highest)
                {
                    found = new Rivalry(proposal.Token, level, proposal.Token == found.Token ? found.OfOthers : found.Highest);
                }
                else if (proposal.Token != found.Token)
                {
                    found = found with { OfOthers = Math.Max(found.OfOthers, level) };
                }
            }

            return found;
        }

        public int Against(int token) => token == Token ? OfOthers : Highest;
    }
}
