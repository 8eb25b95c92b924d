using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Tests.Evaluation;

public sealed class NGramBaselineTests
{
    // a b a b a c a, with V = 4: c(a) = 4, c(b) = 2, c(c) = 1, T = 3
    private static readonly TokenSequence[] One = [TokenSongs.Of([0, 1, 0, 1, 0, 2, 0])];

    [Fact]
    public void The_unigram_is_worked_out_by_hand()
    {
        double[] p = Predict(1, []);
        Assert.Equal((4 + (3 / 4.0)) / 10, p[0], 12);
        Assert.Equal((2 + (3 / 4.0)) / 10, p[1], 12);
        Assert.Equal((1 + (3 / 4.0)) / 10, p[2], 12);
        Assert.Equal(0 + (3 / 4.0 / 10), p[3], 12);
    }

    [Fact]
    public void The_bigram_and_the_trigram_are_worked_out_by_hand()
    {
        // After a: b twice, c once. After b a: b once, c once. Bigrams of the unigram 0.475 0.275 0.175 0.075.
        double b = (2 + (2 * 0.275)) / 5;
        double c = (1 + (2 * 0.175)) / 5;
        Assert.Equal(b, Predict(2, [1, 0])[1], 12);
        Assert.Equal(c, Predict(2, [1, 0])[2], 12);
        Assert.Equal(2 * 0.075 / 5, Predict(2, [1, 0])[3], 12);
        Assert.Equal((1 + (2 * b)) / 4, Predict(3, [1, 0])[1], 12);
        Assert.Equal((1 + (2 * c)) / 4, Predict(3, [1, 0])[2], 12);
    }

    [Fact]
    public void A_context_that_never_occurred_leaves_the_prediction_to_the_shorter_one()
    {
        Assert.Equal(Predict(1, []), Predict(2, [3]));
        Assert.Equal(Predict(2, [0]), Predict(3, [3, 0]));
        Assert.Equal(Predict(2, [0]), Predict(8, [0])); // nothing stands before a song
        double[] untaught = new double[4];
        NGramBaseline.Fit([], 3, 4).Predict([1, 2], TokenSongs.Of([1, 2, 0]).Positions, untaught);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], untaught);
    }

    [Fact]
    public void The_n_gram_is_the_formula_applied_to_itself() =>
        Gen.Select(TokenSongs.Song(tokens: 3).Array[0, 4], Gen.Int[0, 2].Array[0, 9], Gen.Int[1, 8]).Sample((songs, past, order) =>
        {
            double[] p = new double[3];
            NGramBaseline.Fit(songs, order, 3).Predict(past, TokenSongs.Of([.. past, 0]).Positions, p);
            for (int token = 0; token < 3; token++)
            {
                Assert.Equal(Formula(songs, past[Math.Max(0, past.Length - order + 1)..], token, 3), p[token], 12);
            }
        });

    /// <summary>Witten and Bell's formula as it is written, all contexts longer than 0 and the empty one; uniform below.</summary>
    private static double Formula(IReadOnlyList<TokenSequence> songs, int[] context, int token, int tokenCount)
    {
        double shorter = context.Length == 0 ? 1.0 / tokenCount : Formula(songs, context[1..], token, tokenCount);
        int[] followers = [.. songs.SelectMany(song => Enumerable.Range(0, song.Length)
            .Where(step => song.Tokens[..step].EndsWith(context))
            .Select(step => song.Tokens[step]))];
        int distinct = followers.Distinct().Count();
        return followers.Length == 0
            ? shorter
            : (followers.Count(follower => follower == token) + (distinct * shorter)) / (followers.Length + distinct);
    }

    private static double[] Predict(int order, int[] past)
    {
        double[] p = new double[4];
        NGramBaseline.Fit(One, order, 4).Predict(past, TokenSongs.Of([.. past, 0]).Positions, p);
        return p;
    }
}
