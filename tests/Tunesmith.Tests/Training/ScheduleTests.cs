using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class ScheduleTests
{
    [Fact]
    public void Without_choices_every_step_has_exactly_the_whole_rate() =>
        Assert.All(Enumerable.Range(0, 1000), step => Assert.Equal(1, new Schedule().ShareAt(step, 1000)));

    [Fact]
    public void It_rises_in_a_line_from_nothing_and_falls_in_a_line_to_its_share()
    {
        Schedule schedule = new() { WarmUp = 4, FinalShare = 0.2 };
        double[] shares = [.. Enumerable.Range(0, 8).Select(step => schedule.ShareAt(step, 8))];
        double[] expected = [0.25, 0.5, 0.75, 1, 0.8, 0.6, 0.4, 0.2];
        Assert.All(expected.Zip(shares), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(1)]
    public void A_training_shorter_than_the_warm_up_never_reaches_the_whole_rate(int steps)
    {
        Schedule schedule = new() { WarmUp = 5, FinalShare = 0 };
        Assert.Equal(steps / 5.0, schedule.ShareAt(steps - 1, steps));
    }

    [Fact]
    public void It_can_fall_to_nothing() => Assert.Equal(0, new Schedule { FinalShare = 0 }.ShareAt(9, 10));
}
