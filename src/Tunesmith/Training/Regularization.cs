namespace Tunesmith.Training;

/// <summary>What keeps a network from learning its songs by heart. All of it is for training alone, and nothing by default.</summary>
public sealed record Regularization
{
    /// <summary>The widest transposition, in semitones.</summary>
    internal const int WidestTranspose = 12;

    /// <summary>The largest share that is left out; nearer to 1 nothing would be left to learn from.</summary>
    internal const double LargestDropout = 0.999;

    /// <summary>
    /// How much each weight of a matrix shrinks at a step beside Adam, <c>w = w (1 - rate * this)</c>; 0 to 1. The default is 0.
    /// </summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// The chance of each input row of each step to be left out; those that stay count <c>1 / (1 - this)</c> times. 0 to
    /// 0.999. The default is 0.
    /// </summary>
    public double InputDropout { get; init; }

    /// <summary>The same for the outputs of the top layer on their way to the logits. The default is 0.</summary>
    public double OutputDropout { get; init; }

    /// <summary>
    /// By how many semitones up or down a window may be moved, each shift as likely as the other; a song is not moved out of the pitches
    /// that its encoding has. 0 to 12; the default is 0.
    /// </summary>
    public int Transpose { get; init; }
}
