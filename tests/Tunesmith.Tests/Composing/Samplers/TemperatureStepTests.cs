using Tunesmith.Composing.Samplers;

namespace Tunesmith.Tests.Composing.Samplers;

public sealed class TemperatureStepTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(4)]
    [InlineData(100)]
    public void Logits_are_divided_by_the_temperature(double temperature)
    {
        float[] logits = [1, -2, 4, 0.5f];
        new TemperatureStep(temperature).Apply(logits);

        // Softmax sees differences alone.
        Assert.Equal(-3 / temperature, logits[0] - logits[2], 1e-6);
        Assert.Equal(-6 / temperature, logits[1] - logits[2], 1e-6);
        Assert.Equal(-3.5 / temperature, logits[3] - logits[2], 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    public void Temperature_0_leaves_the_likeliest_alone_the_first_where_several_are(double temperature)
    {
        float[] logits = [1, 7, -3, 7];
        new TemperatureStep(temperature).Apply(logits);
        float no = float.NegativeInfinity;
        Assert.Equal([no, 0, no, no], logits);
    }

    [Theory]
    [InlineData(1e-45)]
    [InlineData(1e-3)]
    [InlineData(100)]
    public void What_is_ruled_out_stays_so_and_nothing_becomes_more_than_a_number(double temperature)
    {
        float[] logits = [float.NegativeInfinity, 3e38f, -3e38f, 1];
        new TemperatureStep(temperature).Apply(logits);
        Assert.Equal(float.NegativeInfinity, logits[0]);
        Assert.Equal(0, logits[1]);
        Assert.All(logits, logit => Assert.True(logit <= 0));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void A_temperature_out_of_range_is_refused(double temperature) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TemperatureStep(temperature));
}
