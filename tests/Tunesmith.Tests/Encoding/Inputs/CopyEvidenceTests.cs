using Tunesmith.Encoding.Inputs;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Inputs;

public sealed class CopyEvidenceTests
{
    [Fact]
    public void A_proposal_has_a_row_for_itself_one_for_the_beat_and_one_for_its_rivals()
    {
        // Token 5 would change nothing. The second is a move to 7 with an agreement of 20, level 6; the third is nothing.
        Proposal[] proposals = [new(5, 3), new(7, 20), Proposal.None, new(7, 0)];
        int[] rows = new int[12];
        CopyEvidence.Rows(proposals, continuation: 5, new BarPosition(4, 16), stepsPerQuarter: 4, rows);
        const int Beats = 4 * 18; // after (source, a, m) of four sources
        const int Rivals = Beats + (4 * 18);
        Assert.Equal(
            [
                6, Beats + (6 * 4) + 1, Rivals + (6 * 10) + 7, // level 3, no move: row 2 * 3; the rival's level is 6
                18 + 13, Beats + (13 * 4) + 1, Rivals + (13 * 10) + 4, // its rival is the first, level 3; the fourth proposes the same
                -1, -1, -1,
                54 + 1, Beats + (1 * 4) + 1, Rivals + (1 * 10) + 4,
            ],
            rows);
        Assert.Equal(Rivals + 180, CopyEvidence.RowCount(4));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(7, 4)]
    [InlineData(8, 5)]
    [InlineData(16, 6)]
    [InlineData(32, 7)]
    [InlineData(63, 7)]
    [InlineData(64, 8)]
    public void Levels_of_agreement_double(int agreement, int level) => Assert.Equal(level, CopyEvidence.Level(agreement));

    [Theory]
    [InlineData(0, 16, 3)] // the bar begins
    [InlineData(8, 16, 2)] // its middle
    [InlineData(4, 16, 1)] // a beat
    [InlineData(5, 16, 0)]
    [InlineData(6, 12, 2)]
    [InlineData(0, 1, 3)]
    [InlineData(1, 3, 0)]
    [InlineData(500, 1000, 2)]
    public void Beats_are_told_apart(int offset, int length, int beat)
    {
        int[] rows = new int[3];
        CopyEvidence.Rows([new Proposal(3, 0)], continuation: 3, new BarPosition(offset, length), stepsPerQuarter: 4, rows);
        Assert.Equal([0, 18 + beat, 18 + 72], rows);
    }

    [Fact]
    public void One_without_a_rival_and_ones_of_one_token_have_none()
    {
        int[] rows = new int[6];
        CopyEvidence.Rows([new(4, 64), new(4, 1)], continuation: 4, new BarPosition(1, 4), stepsPerQuarter: 4, rows);
        Assert.Equal((36 + 72 + (16 * 10), 36 + 72 + (2 * 10)), (rows[2], rows[5]));
    }
}
