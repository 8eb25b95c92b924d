namespace Tunesmith.Training;

/// <summary>A look at the training, after the step's update and on the step's own batch, as in the lab.</summary>
/// <param name="Step">The step, counted from 0.</param>
/// <param name="Loss">The mean cross-entropy of the batch, in nats a scored step.</param>
/// <param name="Accuracy">The share of scored steps at which the likeliest outcome was right, 0 to 1.</param>
public readonly record struct TrainingScore(int Step, double Loss, double Accuracy);
