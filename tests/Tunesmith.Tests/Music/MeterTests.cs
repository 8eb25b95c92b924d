using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class MeterTests
{
    [Theory]
    [InlineData(4, 4, 96, 384)]
    [InlineData(3, 4, 96, 288)]
    [InlineData(6, 8, 96, 288)]
    [InlineData(5, 16, 4, 5)]
    [InlineData(1, 1 << 30, 4, 1)]
    public void A_bar_is_as_long_as_its_beats(int numerator, int denominator, int ticksPerQuarter, long expected) =>
        Assert.Equal(expected, new Meter(numerator, denominator).BarTicks(ticksPerQuarter));

    [Fact]
    public void A_meter_has_its_usual_form() => Assert.Equal("6/8", new Meter(6, 8).ToString());

    [Fact]
    public void The_default_meter_is_4_4()
    {
        Assert.Equal(Meter.Common, default);
        Assert.Equal(("4/4", 16L), (default(Meter).ToString(), default(Meter).BarTicks(4)));
        Assert.Equal(new Meter(3, 8), default(Meter) with { Numerator = 3, Denominator = 8 });
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(-1, 4)]
    [InlineData(256, 4)]
    [InlineData(4, 0)]
    [InlineData(4, 3)]
    [InlineData(4, -4)]
    [InlineData(4, int.MinValue)]
    public void Numbers_that_make_no_meter_are_refused(int numerator, int denominator)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Meter(numerator, denominator));
        Assert.Throws<ArgumentOutOfRangeException>(() => Meter.Common with { Numerator = numerator, Denominator = denominator });
    }

    [Theory]
    [InlineData("6/8", 6, 8)]
    [InlineData("255/64", 255, 64)]
    public void A_meter_is_read(string text, int beats, int value)
    {
        Assert.True(Meter.TryParse(text, out Meter meter));
        Assert.Equal(new Meter(beats, value), meter);
        Assert.Equal(meter, Meter.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("0/4")]
    [InlineData("4/3")]
    [InlineData("4/128")]
    [InlineData("256/4")]
    [InlineData("3/4/4")]
    [InlineData("-3/4")]
    public void What_is_no_meter_is_not(string? text)
    {
        Assert.False(Meter.TryParse(text, out _));
        FormatException error = Assert.Throws<FormatException>(() => Meter.Parse(text!));
        Assert.Equal($"Expected beats and a note value, such as 3/4 or 6/8, found \"{text}\".", error.Message);
    }
}
