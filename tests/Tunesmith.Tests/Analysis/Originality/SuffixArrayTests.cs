using CsCheck;
using Tunesmith.Analysis.Originality;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>The sorted suffixes, and the least of neighbouring numbers, are those of looking at all.</summary>
public sealed class SuffixArrayTests
{
    [Fact]
    public void Suffixes_are_in_the_order_of_comparing_them() =>
        Gen.Int[1, 5].SelectMany(size => Gen.Select(Gen.Const(size), Gen.Int[0, size - 1].Array[0, 80])).Sample((alphabet, text) =>
            Assert.Equal(
                Enumerable.Range(0, text.Length).Order(Comparer<int>.Create((a, b) => text.AsSpan(a).SequenceCompareTo(text.AsSpan(b)))),
                SuffixArray.Of(text, alphabet)));

    [Fact]
    public void A_text_of_one_number_and_a_long_one_of_two_are_sorted()
    {
        Assert.Equal(Enumerable.Range(0, 1000).Reverse(), SuffixArray.Of(new int[1000], 1));
        Assert.Equal([0], SuffixArray.Of([3], 4));
        Assert.Empty(SuffixArray.Of([], 1));

        List<int> fibonacci = [0];
        for (List<int> before = [1]; fibonacci.Count < 2000; (before, fibonacci) = (fibonacci, [.. fibonacci, .. before]))
        {
        }

        int[] text = [.. fibonacci];
        Assert.Equal(
            Enumerable.Range(0, text.Length).Order(Comparer<int>.Create((a, b) => text.AsSpan(a).SequenceCompareTo(text.AsSpan(b)))),
            SuffixArray.Of(text, 2));
    }

    [Fact]
    public void The_nearest_number_below_a_limit_is_found_both_ways() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 700], Gen.Int[0, 10], Gen.Int[0, 699]).Sample((numbers, limit, at) =>
        {
            at %= numbers.Length;
            CommonUnits units = new(numbers);
            Assert.Equal(Array.FindLastIndex(numbers, at, number => number < limit), units.LastBelow(at, limit));
            int first = Array.FindIndex(numbers, at, number => number < limit);
            Assert.Equal(first < 0 ? numbers.Length : first, units.FirstBelow(at, limit));
        });
}
