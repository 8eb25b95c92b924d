using CsCheck;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class MeterMapTests
{
    [Fact]
    public void Where_nothing_is_stated_the_meter_is_4_4()
    {
        Assert.Equal(Meter.Common, MeterMap.Unstated.At(1_000));
        Assert.Equal(new BarPosition(1, 16), MeterMap.Unstated.PositionAt(17, 4));
    }

    [Fact]
    public void One_meter_holds_throughout() =>
        Assert.Equal([new MeterChange(0, new Meter(3, 4))], new MeterMap(new Meter(3, 4)).Changes);

    [Fact]
    public void A_change_holds_from_its_tick_and_starts_a_bar()
    {
        MeterMap map = new([new(20, new Meter(3, 4)), new(6, new Meter(2, 4))]);
        Assert.Equal([new Meter(4, 4), new Meter(2, 4), new Meter(2, 4), new Meter(3, 4)], new long[] { 5, 6, 19, 20 }.Select(map.At));
        Assert.Equal(new BarPosition(5, 16), map.PositionAt(5, 4));
        Assert.Equal(new BarPosition(0, 8), map.PositionAt(6, 4));
        Assert.Equal(new BarPosition(5, 8), map.PositionAt(19, 4));
        Assert.Equal(new BarPosition(0, 12), map.PositionAt(20, 4));
        Assert.Equal(new BarPosition(1, 12), map.PositionAt(33, 4));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0.375)]
    [InlineData(20, 2.75)]
    [InlineData(32, 4)]
    public void Bars_are_counted_and_one_that_a_change_cuts_short_counts_whole(long tick, double expected)
    {
        MeterMap map = new([new(6, new Meter(3, 4)), new(6, new Meter(2, 4)), new(20, new Meter(3, 4))]);
        Assert.Equal(expected, map.BarsBefore(tick, 4));
    }

    [Fact]
    public void At_one_tick_earlier_tracks_come_first_and_the_last_change_holds()
    {
        MeterMap map = new([new(0, new Meter(5, 4), 2), new(0, new Meter(2, 4)), new(0, new Meter(3, 4))]);
        Assert.Equal([2, 3, 5], map.Changes.Select(change => change.Meter.Numerator));
        Assert.Equal(new Meter(5, 4), map.At(0));
    }

    [Fact]
    public void All_positions_at_once_are_those_of_each_tick() =>
        Gen.Select(Gen.Long[-20, 60], Gen.Int[1, 7], Gen.Int[0, 3]).Array[0, 6].Sample(changes =>
        {
            MeterMap map = new(changes.Select(change => new MeterChange(change.Item1, new Meter(change.Item2, 1 << change.Item3))));
            return map.Positions(50, 4).SequenceEqual(Enumerable.Range(0, 50).Select(tick => map.PositionAt(tick, 4)));
        });
}
