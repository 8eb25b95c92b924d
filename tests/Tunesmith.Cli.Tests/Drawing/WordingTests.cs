using Tunesmith.Cli.Drawing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Drawing;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, 64, "4 bars")]
    [InlineData(0, 16, "1 bar")]
    [InlineData(0, 68, "4 bars and 4 sixteenths")]
    [InlineData(0, 9, "9 sixteenths")]
    [InlineData(64, 564, "31 bars and 4 sixteenths")]
    [InlineData(8, 52, "2 bars and 12 sixteenths")]
    [InlineData(8, 40, "2 bars")]
    [InlineData(4, 44, "2 bars and 8 sixteenths")]
    [InlineData(8, 8, "0 sixteenths")]
    public void Part_of_a_melody_is_counted_in_bars(int from, int to, string expected) =>
        Assert.Equal(expected, Wording.Bars(Melody.FromSoundingPitches(new int[600]), from, to));

    [Theory]
    [InlineData(0, "0 bars")]
    [InlineData(1, "1 bar")]
    [InlineData(1.004, "1 bar")]
    [InlineData(1200.5, "1,200.5 bars")]
    public void A_length_in_bars_knows_one_from_many(double bars, string expected) => Assert.Equal(expected, Wording.Bars(bars));

    [Theory]
    [InlineData(0.9, "0 share")]
    [InlineData(1.5, "1 shares")]
    [InlineData(2, "2 share")]
    [InlineData(100, "100 share")]
    public void One_song_shares_and_others_share(double percentile, string expected) =>
        Assert.Equal(expected, Wording.Sharing(percentile));

    [Fact]
    public void An_upbeat_is_no_bar()
    {
        Melody melody = new(new MelodyStep[40], 4, null, new MeterMap([new MeterChange(-8, new Meter(3, 4))]));
        Assert.Equal("2 bars and the upbeat", Wording.Bars(melody, 0, 28));
        Assert.Equal("1 bar and the upbeat and 2 sixteenths", Wording.Bars(melody, 0, 18));
        Assert.Equal("3 bars", Wording.Bars(melody, 4, 40));
    }

    [Fact]
    public void Steps_of_another_grid_are_not_called_sixteenths() =>
        Assert.Equal("1 step", Wording.Bars(Melody.FromSoundingPitches(new int[24], 3), 0, 1));
}
