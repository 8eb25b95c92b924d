namespace Tunesmith.Training;

/// <summary>
/// A look at what the network makes of the songs held out: of every step but each song's first, heard with the song's whole past.
/// </summary>
/// <param name="Step">The step after whose update it was taken, counted from 0; -1 before the first.</param>
/// <param name="Loss">The mean loss in nats a step.</param>
/// <param name="Accuracy">The share of steps at which the likeliest token was right, 0 to 1.</param>
/// <param name="MoveAccuracy">The same of the steps at which the melody moves; null where it never does.</param>
public readonly record struct HeldOutLook(int Step, double Loss, double Accuracy, double? MoveAccuracy);
