using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// A named, complete set of choices: what the network means and how it is trained. With the songs it fixes every byte of the model.
/// </summary>
public sealed partial record Recipe
{
    /// <summary>The lowest learning rate that passes without a warning.</summary>
    public const double LowestUsualLearningRate = 1e-4;

    /// <summary>The highest learning rate that passes without a warning.</summary>
    public const double HighestUsualLearningRate = 0.1;

    /// <summary>The most windows in a batch.</summary>
    public const int LargestBatch = 65_536;

    /// <summary>The recipe's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the network means, and its sizes.</summary>
    public ModelDefinition Definition { get; init; } = new();

    /// <summary>
    /// The shortest song learned from, in steps: where the last step of a window is scored, 2 more than the window at the least, otherwise
    /// 2. The default is 128.
    /// </summary>
    public int MinSteps { get; init; } = 128;

    /// <summary>
    /// Which steps of a window are scored, and with it where windows may lie; the default is the last alone. See
    /// <see cref="ScoredSteps"/>.
    /// </summary>
    public ScoredSteps Scored { get; init; } = ScoredSteps.Last;

    /// <summary>Windows in a batch; 1 to 65,536. The default is 256.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>How many batches are learned from; 0 leaves the network untrained. The default is 200.</summary>
    public int Steps { get; init; } = 200;

    /// <summary>Adam's learning rate at its full height; above 0. The default is 0.001.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>How the learning rate goes over the steps; the default is the same rate at every step.</summary>
    public Schedule Schedule { get; init; } = new();

    /// <summary>The longest gradient: a longer one is shortened to it; 0 for any. The default is 0.</summary>
    public double Clip { get; init; }

    /// <summary>What keeps the network from learning its songs by heart; nothing by default.</summary>
    public Regularization Regularization { get; init; } = new();

    /// <summary>How the first weights are drawn; the default is as in the lab.</summary>
    public InitialWeights Initialization { get; init; } = InitialWeights.Lab;

    /// <summary>Which titles are held out; none by default.</summary>
    public Validation Validation { get; init; } = new();

    /// <summary>
    /// Where the training stops before its end: at the first look at which the mean accuracy of the last five looks lies in this
    /// band. The model is then the one of that step. Null to go on whatever the accuracy; the default.
    /// </summary>
    public AccuracyBand? ReachAccuracy { get; init; }

    /// <summary>
    /// Every how many steps loss and accuracy are looked at; steps 0 and 1 always are. 1 or more; the default is 10. It changes no
    /// weight, but the summary that the model carries is made of these looks.
    /// </summary>
    public int DisplayEvery { get; init; } = 10;

    /// <summary>What fixes all chance: the first weights, the choice of windows, and the titles held out. The default is 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Which songs a training by this recipe holds out, and which it learns from: a function of <see cref="Seed"/>, the share of
    /// <see cref="Validation"/> and the songs' titles and tokens. docs/metrics.md has the rule.
    /// </summary>
    /// <param name="songs">The songs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not 0 up to but not 1.</exception>
    public SongSplit SplitOf(IReadOnlyList<TokenSequence> songs) => HeldOutSplit.Of(songs, Validation.Share, Seed);
}

/// <summary>Which steps of a window are scored, and where windows may lie.</summary>
public enum ScoredSteps
{
    /// <summary>
    /// The one step that follows the window, as in the lab: the window starts uniformly in <c>[0, length - window - 1)</c>.
    /// </summary>
    Last,

    /// <summary>
    /// The step after each step of the window. Its start s is uniform in <c>[-window / 2, length - window + window / 2)</c> and then
    /// clamped to <c>[0, length - window)</c>, so that the edges of a song are learned from about as often as its middle; a song too short
    /// for that is one window with nothing after its end.
    /// </summary>
    Every,
}

/// <summary>How first weights are drawn; <see cref="WeightInitialization"/> has the formulas.</summary>
public enum InitialWeights
{
    /// <summary>As the lab's library drew them, the output layer from N(0, 1).</summary>
    Lab,

    /// <summary>Every matrix over its Glorot range, so that the first predictions are about equal.</summary>
    Small,
}
