using System.Text.Json.Serialization;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <content>Which choices make sense.</content>
public sealed partial record Recipe
{
    /// <summary>What is allowed but unusual, each in one sentence.</summary>
    [JsonIgnore]
    public IEnumerable<string> Warnings
    {
        get
        {
            if (LearningRate is < LowestUsualLearningRate or > HighestUsualLearningRate)
            {
                string usual = FormattableString.Invariant($"{LowestUsualLearningRate} to {HighestUsualLearningRate}");
                yield return FormattableString.Invariant($"a learning rate of {LearningRate} is unusual: {usual} works for most songs");
            }
        }
    }

    /// <summary>The fewest steps that a song learned from can have.</summary>
    [JsonIgnore]
    internal int LeastSteps => Scored == ScoredSteps.Last ? Definition.Window + 2 : 2;

    /// <summary>Throws where the choices do not make sense together.</summary>
    /// <exception cref="RecipeException">The message says which choice, and what to change.</exception>
    public void Validate()
    {
        Require(Batch is >= 1 and <= LargestBatch, $"expected a batch of 1 to {LargestBatch} windows, found {Batch}");
        Require(Steps >= 0, $"expected 0 or more steps, found {Steps}");
        Require(DisplayEvery >= 1, $"expected loss and accuracy to be shown every 1 or more steps, found {DisplayEvery}");
        Require(Enum.IsDefined(Scored), $"expected the last or every step of a window to be scored, found {Scored}");
        Require(Enum.IsDefined(Initialization), $"expected initial weights of the lab or small ones, found {Initialization}");
        Require(double.IsFinite(LearningRate) && LearningRate > 0, $"expected a learning rate above 0, found {LearningRate}");
        Require(
            double.IsFinite(Clip) && Clip >= 0,
            $"expected gradients to be clipped to a length above 0, or 0 for any length, found {Clip}");
        ValidateSchedule();
        ValidateRegularization();
        ValidateEnd();
        NetworkShape shape;
        try
        {
            shape = Definition.CreateShape();
        }
        catch (ArgumentException error)
        {
            throw new RecipeException(error.Message, error);
        }

        RequireLongSongs();
        long floats = (long)Batch * Definition.Window * shape.Hidden.Max() * 4;
        long rows = (long)Batch * Math.Max(
            (long)Definition.Window * shape.RowsPerStep,
            (long)(Scored == ScoredSteps.Last ? 1 : Definition.Window) * shape.Copies * CopyEvidence.RowsPerCopy);
        Require(
            shape.ParameterCount < 1 << 28 && floats < 1L << 31 && rows <= Array.MaxLength,
            $"the network is too large to train: use a smaller hidden size, batch or window");
    }

    private void ValidateSchedule()
    {
        Require(
            Schedule.WarmUp is >= 0 and <= Schedule.LongestWarmUp,
            $"expected a warm-up of 0 to {Schedule.LongestWarmUp} steps, found {Schedule.WarmUp}");
        Require(
            Schedule.FinalShare is >= 0 and <= 1,
            $"expected the learning rate to end at a share of 0 to 1 of its height, found {Schedule.FinalShare}");
    }

    private void ValidateRegularization()
    {
        (double input, double output) = (Regularization.InputDropout, Regularization.OutputDropout);
        Require(Regularization.WeightDecay is >= 0 and <= 1, $"expected a weight decay of 0 to 1, found {Regularization.WeightDecay}");
        const double Most = Regularization.LargestDropout;
        Require(input is >= 0 and <= Most, $"expected an input dropout of 0 to {Most}, found {input}");
        Require(output is >= 0 and <= Most, $"expected an output dropout of 0 to {Most}, found {output}");
        Require(
            Regularization.Transpose is >= 0 and <= Regularization.WidestTranspose,
            $"expected windows to be transposed by 0 to {Regularization.WidestTranspose} semitones, found {Regularization.Transpose}");
    }

    private void ValidateEnd()
    {
        Require(
            Validation.Share is >= 0 and <= Validation.LargestShare,
            $"expected a share of 0 to {Validation.LargestShare} of the titles to be held out, found {Validation.Share}");
        Require(Validation.Every >= 1, $"expected the held-out titles to be tried every 1 or more steps, found {Validation.Every}");
        Require(Validation.Patience >= 0, $"expected a patience of 0 or more trials, found {Validation.Patience}");
        Require(
            ReachAccuracy is null or { Low: >= 0, High: <= 1 } && !(ReachAccuracy?.Low > ReachAccuracy?.High),
            $"expected accuracies to reach between 0 and 1, the lower first, found {ReachAccuracy?.Low} to {ReachAccuracy?.High}");
    }

    private void RequireLongSongs()
    {
        if (Scored == ScoredSteps.Every)
        {
            Require(
                MinSteps >= LeastSteps,
                $"a song to learn from needs at least {LeastSteps} steps: use min-steps of {LeastSteps} or more");
            return;
        }

        int needed = LeastSteps;
        string need = FormattableString.Invariant($"a window of {Definition.Window} steps needs songs of at least {needed}");
        string smaller = MinSteps > 2 ? FormattableString.Invariant($"a window of {MinSteps - 2} or less, or ") : "";
        Require(needed <= MinSteps, $"{need}, but songs of {MinSteps} are let in: use {smaller}min-steps of {needed} or more");
    }

    private static void Require(bool holds, FormattableString message)
    {
        if (!holds)
        {
            throw new RecipeException(FormattableString.Invariant(message));
        }
    }
}
