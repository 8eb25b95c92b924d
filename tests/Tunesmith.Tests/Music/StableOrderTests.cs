using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class StableOrderTests
{
    [Fact]
    public void Equals_stay_as_they_stood() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int).Array[0, 30].Sample(items => StableOrder
            .By([.. items], (one, other) => one.Item1.CompareTo(other.Item1))
            .SequenceEqual(items.OrderBy(item => item.Item1)));

    [Fact]
    public void What_is_in_order_is_left_as_it_is()
    {
        int[] items = [1, 2, 2, 3];
        Assert.Same(items, StableOrder.By(items, (one, other) => one.CompareTo(other)));
    }
}
