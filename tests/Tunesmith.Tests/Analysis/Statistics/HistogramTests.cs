using CsCheck;
using Tunesmith.Analysis.Statistics;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>Histograms, how far two overlap, and distributions over songs.</summary>
public sealed class HistogramTests
{
    private static readonly Gen<Histogram> Some = Gen.Long[-5, 5].Array[1, 40].Select(Histogram.Of);

    [Fact]
    public void The_overlap_is_the_sum_of_the_smaller_shares()
    {
        Histogram one = Histogram.Of([1, 1, 2, 3]); // 1/2, 1/4, 1/4
        Histogram other = Histogram.Of([1, 2, 2, 2, 4, 4, 4, 4]); // 1/8, 3/8, 0, 1/2
        Assert.Equal(0.375, one.Overlap(other)); // 1/8 + 1/4
        Assert.Null(one.Overlap(Histogram.Of([])));
        Assert.Null(Histogram.Of([]).Overlap(one));
    }

    [Fact]
    public void The_overlap_is_the_same_from_either_side() => Gen.Select(Some, Some).Sample((one, other) =>
    {
        Assert.Equal(one.Overlap(other), other.Overlap(one));
        Assert.InRange(one.Overlap(other)!.Value, 0, 1);
        double distance = Enumerable.Range(-5, 11).Sum(value => Math.Abs(one.ShareOf(value) - other.ShareOf(value))) / 2;
        Assert.Equal(1 - distance, one.Overlap(other)!.Value, 12);
    });

    [Fact]
    public void Equal_shares_overlap_wholly_and_nothing_in_common_not_at_all() => Some.Sample(one =>
    {
        Assert.Equal(1.0, one.Overlap(Histogram.Sum([one, one, one])));
        Assert.Equal(0.0, one.Overlap(Histogram.Of(one.Bins.Select(bin => bin.Value + 11))));
    });

    [Fact]
    public void A_bin_holds_what_lies_around_its_multiple_of_the_width()
    {
        Assert.Equal([new(0, 2), new(1, 1), new(20, 2)], Histogram.Of([0, 0.02, 0.03, 0.98, 1], 0.05).Bins);
        Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.Of([1.0], 0));
    }

    [Fact]
    public void The_entropy_of_alike_bins_is_the_logarithm_of_their_number()
    {
        Assert.Equal(3, Histogram.Of([1, 2, 3, 4, 5, 6, 7, 8]).Entropy!.Value, 12);
        Assert.Equal(0, Histogram.Of([3, 3]).Entropy);
        Assert.Null(Histogram.Of([]).Entropy);
    }

    [Fact]
    public void A_distribution_leaves_out_songs_without_a_value()
    {
        Distribution distribution = new([4, null, 1, 3, 10], 1);
        Assert.Equal((4, 4.5, 3.5), (distribution.Count, distribution.Mean, distribution.Median));
        Distribution empty = new([null], 1);
        Assert.Equal((0, (double?)null, (double?)null, (double?)null), (empty.Count, empty.Mean, empty.Median, empty.Outlyingness(1)));
    }

    [Fact]
    public void A_value_lies_as_far_out_as_more_songs_are_on_one_side()
    {
        Distribution distribution = new([1, 2, 2, 3, 9], 1);
        Assert.Equal(1, distribution.Outlyingness(0));
        Assert.Equal(1, distribution.Outlyingness(10));
        Assert.Equal(0.2, distribution.Outlyingness(2)); // one below, two above
        Assert.Equal(0.2, distribution.Outlyingness(2.5)!.Value, 12);
        Assert.Equal(0.8, distribution.Outlyingness(9)!.Value, 12);
        Assert.Equal(0, new Distribution([7, 7, 7], 1).Outlyingness(7));
    }
}
