namespace Tunesmith.Training;

/// <summary>Where a training stands, after one of its steps.</summary>
/// <param name="Step">The step just taken, counted from 0.</param>
/// <param name="Steps">How many there will be.</param>
/// <param name="Score">The loss and accuracy, at the steps at which they are looked at; null at the others.</param>
/// <param name="Elapsed">The time since this run's first step began.</param>
/// <param name="FirstStep">This run's first step: 0, or where it went on from a checkpoint.</param>
/// <param name="HeldOut">The look at the songs held out, at the steps at which there is one; null at the others.</param>
public readonly record struct TrainingProgress(
    int Step, int Steps, TrainingScore? Score, TimeSpan Elapsed, int FirstStep = 0, HeldOutLook? HeldOut = null)
{
    /// <summary>Steps taken in a second so far; 0 before any time has passed.</summary>
    public double StepsPerSecond => Elapsed > TimeSpan.Zero ? (Step + 1 - FirstStep) / Elapsed.TotalSeconds : 0;

    /// <summary>The time that the remaining steps will take at the rate so far, should the training go on to its end.</summary>
    public TimeSpan Remaining => Elapsed / (Step + 1 - FirstStep) * (Steps - Step - 1);
}
