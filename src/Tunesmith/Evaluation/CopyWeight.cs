using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Evaluation;

/// <summary>
/// The lambda of <c>p(x) = lambda [x = copied] + (1 - lambda) u(x)</c> that makes some songs likeliest.
/// </summary>
/// <remarks>
/// The log likelihood <c>L = sum over hits of ln(lambda + (1 - lambda) u) + sum over misses of ln((1 - lambda) u)</c> is concave, so its
/// derivative <c>sum over hits of (1 - u) / (lambda + (1 - lambda) u) - misses / (1 - lambda)</c> has at most one zero, found by halving
/// the range of lambda, 0 to <c>n / (n + 1)</c> with n hits and misses, 60 times. The upper end leaves room for a first miss where the
/// songs have none.
/// </remarks>
/// <param name="Lambda">The weight of the copied token, 0 up to but not 1.</param>
/// <param name="Gain">The log likelihood beyond that of the unigram alone, in nats; 0 or more.</param>
internal readonly record struct CopyWeight(double Lambda, double Gain)
{
    private const int Halvings = 60;

    /// <summary>The token that is expected again, or null where there is none.</summary>
    public delegate int? Copied(ReadOnlySpan<int> past, ReadOnlySpan<BarPosition> positions);

    /// <summary>Fits lambda on songs.</summary>
    /// <param name="songs">The songs; only steps that have something to copy matter.</param>
    /// <param name="unigram">u.</param>
    /// <param name="copied">What is copied.</param>
    public static CopyWeight Fit(IReadOnlyList<TokenSequence> songs, NGramBaseline unigram, Copied copied)
    {
        long[] hits = new long[unigram.TokenCount];
        long misses = 0;
        foreach (TokenSequence song in songs)
        {
            for (int step = 0; step < song.Length; step++)
            {
                int? token = copied(song.Tokens[..step], song.Positions[..(step + 1)]);
                if (token == song.Tokens[step])
                {
                    hits[song.Tokens[step]]++;
                }
                else if (token is not null)
                {
                    misses++;
                }
            }
        }

        double[] u = new double[unigram.TokenCount];
        unigram.Predict([], [], u);
        return Fit(hits, misses, u);
    }

    /// <summary>Fits lambda on counts.</summary>
    /// <param name="hits">(V): how often each token was copied and came.</param>
    /// <param name="misses">How often another came than the copied one.</param>
    /// <param name="u">(V): the unigram's probabilities, each above 0.</param>
    public static CopyWeight Fit(ReadOnlySpan<long> hits, long misses, ReadOnlySpan<double> u)
    {
        double copies = misses;
        foreach (long count in hits)
        {
            copies += count;
        }

        double low = 0;
        double high = copies / (copies + 1);
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = (low + high) / 2;
            if (Slope(hits, misses, u, middle) > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return new CopyWeight(low, Likelihood(hits, misses, u, low));
    }

    private static double Slope(ReadOnlySpan<long> hits, long misses, ReadOnlySpan<double> u, double lambda)
    {
        double slope = -misses / (1 - lambda);
        for (int token = 0; token < hits.Length; token++)
        {
            slope += hits[token] * (1 - u[token]) / (lambda + ((1 - lambda) * u[token]));
        }

        return slope;
    }

    private static double Likelihood(ReadOnlySpan<long> hits, long misses, ReadOnlySpan<double> u, double lambda)
    {
        double gain = misses * Functions.Log(1 - lambda);
        for (int token = 0; token < hits.Length; token++)
        {
            gain += hits[token] * Functions.Log((lambda + ((1 - lambda) * u[token])) / u[token]);
        }

        return gain;
    }
}
