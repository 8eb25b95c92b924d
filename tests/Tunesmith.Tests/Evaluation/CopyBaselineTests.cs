using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Music;

namespace Tunesmith.Tests.Evaluation;

public sealed class CopyBaselineTests
{
    [Fact]
    public void Repeat_last_gives_lambda_to_the_last_token_and_the_rest_to_the_unigram()
    {
        TokenSequence[] songs = [TokenSongs.Of([0, 0, 0, 1, 1, 1, 2, 2])];
        RepeatLastBaseline baseline = RepeatLastBaseline.Fit(songs, 4);
        double[] u = Predict(NGramBaseline.Fit(songs, 1, 4), [], TokenSongs.Of([0]).Positions);
        double[] p = Predict(baseline, [0, 1], TokenSongs.Of([0, 1, 0]).Positions);
        Assert.Equal(baseline.Lambda + ((1 - baseline.Lambda) * u[1]), p[1], 12);
        Assert.Equal((1 - baseline.Lambda) * u[0], p[0], 12);
        Assert.Equal(u, Predict(baseline, [], TokenSongs.Of([0]).Positions)); // nothing to repeat
        Assert.InRange(baseline.Lambda, 0.3, 0.7); // 5 of 7 were repeated, part of them by chance
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    [InlineData(8, 2)]
    public void Copy_back_finds_how_many_bars_ago_a_song_repeats_itself(int bars, int bar)
    {
        // A run of bars without any likeness, said again and again: copied exactly so many bars ago.
        int[] phrase = [.. Enumerable.Range(0, bars * bar)];
        TokenSequence song = TokenSongs.Of([.. Enumerable.Repeat(phrase, 6).SelectMany(tokens => tokens)], bar);
        CopyBackBaseline baseline = CopyBackBaseline.Fit([song], 40);
        Assert.Equal(bars, baseline.Bars);
        Assert.True(baseline.Lambda > 0.9);
        for (int step = phrase.Length; step < song.Length; step++)
        {
            double[] p = Predict(baseline, song.Tokens[..step], song.Positions[..(step + 1)]);
            Assert.Equal(p.Max(), p[song.Tokens[step - phrase.Length]]);
        }
    }

    [Fact]
    public void Copy_back_goes_by_bars_where_the_meter_changes()
    {
        // Bars of 2, 3, 2 and 3 steps; a song that repeats itself after one bar makes k = 1.
        CopyBackBaseline baseline = CopyBackBaseline.Fit([TokenSongs.Of([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3], bar: 3)], 9);
        Assert.Equal(1, baseline.Bars);
        BarPosition[] positions = [new(0, 2), new(1, 2), new(0, 3), new(1, 3), new(2, 3), new(0, 2), new(1, 2)];
        int[] tokens = [4, 5, 6, 7, 8, 6, 7];
        double[] u = After(0);
        Assert.Equal(u, After(1)); // no bar before
        Assert.True(After(2)[4] > 0.5);
        Assert.True(After(3)[5] > 0.5);
        Assert.Equal(u, After(4)); // the bar before has no third step
        Assert.True(After(6)[7] > 0.5);

        double[] After(int steps) => Predict(baseline, tokens.AsSpan(0, steps), positions.AsSpan(0, steps + 1));
    }

    [Fact]
    public void Lambda_is_the_likeliest() =>
        Gen.Select(Gen.Long[0, 50].Array[3], Gen.Long[0, 50], Gen.Double[0.01, 1].Array[3]).Sample((hits, misses, shares) =>
        {
            double[] u = [.. shares.Select(share => share / (shares.Sum() + 0.5))];
            CopyWeight best = CopyWeight.Fit(hits, misses, u);
            double copies = hits.Sum() + misses;
            Assert.InRange(best.Lambda, 0, copies / (copies + 1));
            Assert.True(best.Gain >= -1e-9);
            Assert.Equal(Gain(best.Lambda), best.Gain, 9);
            for (double lambda = 0; lambda < copies / (copies + 1); lambda += 0.05)
            {
                Assert.True(Gain(lambda) <= best.Gain + 1e-9);
            }

            double Gain(double lambda) => (misses * Math.Log(1 - lambda))
                + hits.Select((count, token) => count * Math.Log((lambda + ((1 - lambda) * u[token])) / u[token])).Sum();
        });

    private static double[] Predict(Baseline baseline, ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions)
    {
        double[] p = new double[baseline.TokenCount];
        baseline.Predict(past, positions, p);
        return p;
    }
}
