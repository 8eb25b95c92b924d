using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class TempoMapTests
{
    [Fact]
    public void Where_nothing_is_stated_a_quarter_is_half_a_second() => Assert.Equal(1.5, TempoMap.Unstated.SecondsAt(288, 96));

    [Fact]
    public void Time_is_the_sum_over_the_tempi()
    {
        TempoMap map = new([new(192, 1_000_000), new(96, 250_000)]);
        Assert.Equal(0.25, map.SecondsAt(48, 96));
        Assert.Equal(0.5, map.SecondsAt(96, 96)); // 96 ticks of 120 quarters a minute
        Assert.Equal(0.75, map.SecondsAt(192, 96)); // and 96 of 240
        Assert.Equal(1.75, map.SecondsAt(288, 96)); // and 96 of 60
    }

    [Fact]
    public void Of_the_changes_of_one_tick_the_last_holds()
    {
        TempoMap map = new([new(0, 250_000), new(0, 1_000_000)]);
        Assert.Equal(1.0, map.SecondsAt(96, 96));
        Assert.Equal(60.0, map.Changes[^1].QuartersPerMinute);
        Assert.Equal(new TempoChange(0, 1_000_000), map.At(0));
    }

    [Fact]
    public void A_tempo_holds_until_the_next_and_before_the_first_it_is_120_quarters_a_minute()
    {
        TempoMap map = new([new(10, 400_000), new(20, 300_000)]);
        Assert.Equal([default, new(10, 400_000), new(10, 400_000), new(20, 300_000)], new long[] { 9, 10, 19, 20 }.Select(map.At));
        Assert.Equal((0, 120.0), (map.At(0).Tick, map.At(0).QuartersPerMinute));
        Assert.Equal(default, TempoMap.Unstated.At(1_000));
        Assert.Equal(TempoMap.DefaultMicrosecondsPerQuarter, default(TempoChange).MicrosecondsPerQuarter);
    }

    [Fact]
    public void One_tempo_is_stated_in_quarters_a_minute()
    {
        Assert.Equal([new TempoChange(0, 535_714)], new TempoMap(112).Changes);
        Assert.Equal(new TempoChange(7, 652_174), TempoChange.OfQuartersPerMinute(7, 92)); // the nearest
        Assert.Equal(1, TempoChange.OfQuartersPerMinute(0, 60_000_000).MicrosecondsPerQuarter);
        Assert.Equal(16_759_777, TempoChange.OfQuartersPerMinute(0, 3.58).MicrosecondsPerQuarter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-120)]
    [InlineData(3.5)]
    [InlineData(1e9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_tempo_that_no_file_can_state_is_refused(double quartersPerMinute) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TempoMap(quartersPerMinute));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0x1000000)]
    public void A_quarter_lasts_from_1_to_16777215_microseconds(int microseconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TempoChange(0, microseconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TempoChange(0, 1) with { MicrosecondsPerQuarter = microseconds });
    }
}
