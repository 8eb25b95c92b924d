using System.Globalization;

namespace Tunesmith.Cli.Drawing;

/// <summary>How far a training is.</summary>
/// <param name="Step">The step just taken, counted from 0.</param>
/// <param name="Steps">Steps in all; at least 1.</param>
/// <param name="Loss">The loss on the step's own batch, in nats.</param>
/// <param name="Accuracy">The part of the batch's targets that were the most probable outcome, 0 to 1.</param>
/// <param name="StepsPerSecond">The speed so far; null before two steps are known.</param>
/// <param name="HeldOutLoss">The last loss on the songs held out, in nats a step; null where there is none.</param>
internal readonly record struct TrainingStatus(
    int Step, int Steps, double Loss, double Accuracy, double? StepsPerSecond, double? HeldOutLoss = null)
{
    /// <summary>The part of the steps that is done, 0 to 1.</summary>
    public double Done => Math.Clamp((Step + 1.0) / Steps, 0, 1);

    /// <summary>The time that the steps left will take at the speed so far; null while it is not known.</summary>
    public TimeSpan? Left => StepsPerSecond is > 0 ? TimeSpan.FromSeconds((Steps - 1 - Step) / StepsPerSecond.Value) : null;

    /// <summary>The numbers in words, each in a column of its own.</summary>
    public override string ToString()
    {
        string total = Steps.ToString(CultureInfo.InvariantCulture);
        string step = Step.ToString(CultureInfo.InvariantCulture).PadLeft(total.Length);
        string numbers = string.Create(
            CultureInfo.InvariantCulture, $"step {step}/{total}  loss {Loss,7:0.0000}  accuracy {Accuracy:0.000}");
        if (HeldOutLoss is { } heldOut)
        {
            numbers = string.Create(CultureInfo.InvariantCulture, $"{numbers}  held out {heldOut,7:0.0000}");
        }

        return Left is { } left
            ? string.Create(CultureInfo.InvariantCulture, $"{numbers}  {StepsPerSecond,5:0.0} steps/s  {Durations.InWords(left)} left")
            : numbers;
    }
}
