using CsCheck;
using Tunesmith.Encoding;

namespace Tunesmith.Tests.Encoding;

public sealed class StepOrderTests
{
    [Fact]
    public void Things_are_in_order_of_their_steps_and_those_of_one_step_as_they_stood() =>
        Gen.Int[0, 12].Array[0, 40].Sample(steps =>
            StepOrder.Of(steps, 13).SequenceEqual(Enumerable.Range(0, steps.Length).OrderBy(index => steps[index])));

    [Fact]
    public void Within_a_step_they_are_in_order_of_their_ticks_and_those_of_one_tick_as_they_stood() =>
        Gen.Long[0, 5].Array[0, 40].Sample(ticks =>
        {
            int[] numbers = [.. Enumerable.Range(0, ticks.Length)];
            StepOrder.SortByTick(numbers, number => ticks[number]);
            return numbers.SequenceEqual(Enumerable.Range(0, ticks.Length).OrderBy(number => ticks[number]));
        });
}
