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
    }
}
