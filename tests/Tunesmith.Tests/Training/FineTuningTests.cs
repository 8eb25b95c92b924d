using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Tests.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Trainings that begin with the weights of a model.</summary>
public sealed class FineTuningTests
{
    private static readonly MelodyModel Model = TinySongs.Train();

    private static readonly Recipe Recipe = TinySongs.Recipe with
    {
        Steps = 9,
        DisplayEvery = 2,
        LearningRate = 0.005,
        Validation = new Validation { Share = 0.3, Every = 2 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Before_its_first_step_it_has_the_weights_of_the_model()
    {
        MelodyModel untouched = Train(Recipe with { Steps = 0 }).Model;
        Assert.Equal(Model.Parameters.Buffer.Span, untouched.Parameters.Buffer.Span);
        Assert.Equal(-1, untouched.Summary.HeldOut!.Step);
        MelodyModel alone = Train(Recipe with { Steps = 0, Validation = new() }).Model;
        Assert.Equal(Model.Parameters.Buffer.Span, alone.Parameters.Buffer.Span);
    }

    [Fact]
    public void The_model_is_not_changed()
    {
        byte[] before = Model.ToBytes();
        TrainingResult result = Train(Recipe);
        Assert.Equal(before, Model.ToBytes());
        Assert.NotEqual(Model.Parameters.Get("out.Wo"), result.Model.Parameters.Get("out.Wo"));
    }

    [Fact]
    public void The_first_look_is_at_the_model_itself()
    {
        TrainingResult result = Train(Recipe);
        Assert.Equal([-1, 1, 3, 5, 7, 8], result.HeldOutLooks.Select(look => look.Step));
        Assert.Equal(LossOf(Model), result.HeldOutLooks[0].Loss);
    }

    [Fact]
    public void It_is_never_worse_on_the_songs_held_out_than_the_model_was() =>
        Gen.Select(Gen.Int[1, 30], Gen.Double[0.0001, 0.5], Gen.Int[1, 5], Gen.Int[0, 2]).Sample(
            (steps, rate, every, patience) =>
            {
                Recipe recipe = Recipe with
                {
                    Steps = steps,
                    LearningRate = rate,
                    Validation = new Validation { Share = 0.3, Every = every, Patience = patience },
                };
                MelodyModel tuned = Train(recipe).Model;
                Assert.True(LossOf(tuned) <= LossOf(Model), $"{LossOf(tuned)} is more than {LossOf(Model)}.");
                Assert.Equal(LossOf(tuned), tuned.Summary.HeldOut!.Loss);
            },
            iter: 40,
            threads: 1);

    [Fact]
    public void Where_every_step_harms_it_is_the_model_that_it_began_with()
    {
        MelodyModel tuned = Train(Recipe with { LearningRate = 3, Clip = 1 }).Model;
        Assert.Equal(Model.Parameters.Buffer.Span, tuned.Parameters.Buffer.Span);
        Assert.Equal((-1, 9), (tuned.Summary.HeldOut!.Step, tuned.Summary.Steps));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_any_number_of_threads()
    {
        byte[] one = Leg.ToTheEnd(Recipe, start: Model);
        Assert.Equal(one, Leg.ToTheEnd(Recipe, threads: 2, start: Model));
        Assert.Equal(one, Leg.ToTheEnd(Recipe, threads: 5, start: MelodyModel.FromBytes(Model.ToBytes())));
        Assert.NotEqual(one, Leg.ToTheEnd(Recipe with { Seed = 2 }, start: Model));
    }

    [Fact]
    public void Stopped_anywhere_it_goes_on_to_the_same_bytes()
    {
        byte[] unbroken = Leg.ToTheEnd(Recipe, start: Model);
        for (int stop = 1; stop < 9; stop++)
        {
            byte[] checkpoint = Leg.Stopped(Recipe, stop, start: Model);
            Assert.Equal(unbroken, Leg.ToTheEnd(Recipe, checkpoint, threads: 2, start: Model));
        }
    }

    [Fact]
    public void Stopped_while_the_model_itself_is_still_the_best_it_can_be_gone_on_with()
    {
        Recipe harmful = Recipe with { LearningRate = 3, Clip = 1 };
        byte[] checkpoint = Leg.Stopped(harmful, 5, start: Model);
        Assert.Equal(-1, TrainingCheckpoint.FromBytes(checkpoint).State.Best!.Value.Step);
        Assert.Equal(Leg.ToTheEnd(harmful, start: Model), Leg.ToTheEnd(harmful, checkpoint, start: Model));
    }

    [Fact]
    public void No_training_that_drew_its_weights_was_best_before_its_first_step()
    {
        byte[] drawn = Leg.Stopped(Recipe, 4);
        byte[] broken = ContainerFile.Of(drawn).Replace("\\\"best\\\":{\\\"step\\\":3,", "\\\"best\\\":{\\\"step\\\":-1,").ToBytes();
        Assert.NotEqual(drawn, broken);
        Assert.Throws<ModelFormatException>(() => TrainingCheckpoint.FromBytes(broken));
    }

    [Fact]
    public void The_model_says_what_it_came_from()
    {
        MelodyModel tuned = MelodyModel.FromBytes(Train(Recipe).Model.ToBytes());
        Assert.Equal(Model.Fingerprint(), tuned.StartedFrom);
        Assert.Equal("", Model.StartedFrom);
        Assert.Contains("startedFrom", ContainerFile.Of(tuned.ToBytes()).Metadata().Keys);
        Assert.DoesNotContain("startedFrom", ContainerFile.Of(Model.ToBytes()).Metadata().Keys);
    }

    [Fact]
    public void Another_model_to_begin_with_cannot_be_gone_on_with()
    {
        TrainingCheckpoint tuned = TrainingCheckpoint.FromBytes(Leg.Stopped(Recipe, 4, start: Model));
        TrainingCheckpoint drawn = TrainingCheckpoint.FromBytes(Leg.Stopped(Recipe, 4));
        string other = TinySongs.Train(seed: 2).Fingerprint();
        Assert.Null(tuned.DifferenceTo(Recipe, TinySongs.Sequences, "abc", Model.Fingerprint()));
        Assert.Equal("the model to fine-tune is not the one that it began with", Difference(tuned, other));
        Assert.Equal("it fine-tunes a model, and none is given", Difference(tuned, ""));
        Assert.Equal("it began with no model, and one is given to fine-tune", Difference(drawn, other));

        TrainingException error = Assert.Throws<TrainingException>(
            () => Leg.ToTheEnd(Recipe, tuned.ToBytes(), start: TinySongs.Train(seed: 2)));
        Assert.StartsWith("cannot go on from the checkpoint: the model to fine-tune is not", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_definition_is_refused()
    {
        Recipe wider = Recipe with { Definition = Recipe.Definition with { Hidden = [13], Window = 7 } };
        TrainingException error = Assert.Throws<TrainingException>(() => Leg.ToTheEnd(wider, start: Model));
        Assert.Equal(
            "cannot fine-tune the model: hidden was [12] and is now [13]; window was 8 and is now 7. "
            + "Use the definition of the model, or start anew.",
            error.Message);
    }

    [Fact]
    public void Its_recipe_is_gentler_and_holds_titles_out()
    {
        Recipe tuning = Recipe.ForFineTuning(ModelOf(Recipe.LookBack));
        Assert.Equal((0.005, 250), (tuning.LearningRate, tuning.Steps));
        Assert.Equal(new Validation { Share = 0.1, Every = 10 }, tuning.Validation);
        Assert.Equal(Recipe.LookBack.Definition, tuning.Definition);
        Assert.Equal(0.1, Recipe.ForFineTuning(ModelOf(Recipe.Lab)).Validation.Share);
        Recipe own = Recipe.Lab with { Validation = new Validation { Share = 0.4, Every = 3, Patience = 2 } };
        Assert.Equal(own.Validation, Recipe.ForFineTuning(ModelOf(own)).Validation);
        Assert.All(Recipe.All, recipe => Recipe.ForFineTuning(ModelOf(recipe)).Validate());
    }

    [Fact]
    public void The_second_time_it_is_no_gentler_than_the_first()
    {
        MelodyModel first = FineTune(Model).Model;
        MelodyModel second = FineTune(first).Model;
        Assert.Equal(Model.Fingerprint(), first.StartedFrom);
        Assert.Equal(first.Fingerprint(), second.StartedFrom);
        Assert.Equal(TinySongs.Recipe.LearningRate / 4, Recipe.Of(first)!.LearningRate);
        Assert.Equal(Recipe.Of(first), Recipe.Of(second));
        Assert.Equal(0.1, Recipe.Of(first)!.Validation.Share);
    }

    [Fact]
    public void Fine_tuning_is_a_training_from_the_model_by_its_recipe_for_it()
    {
        TrainingOptions options = new() { StartFrom = Model, Threads = 1 };
        Assert.Equal(
            Trainer.Train(Recipe.ForFineTuning(Model), TinySongs.Sequences, options, cancellationToken: Cancellation).Model.ToBytes(),
            FineTune(Model).Model.ToBytes());
        Assert.Throws<ArgumentException>(
            () => Trainer.FineTune(TinySongs.Train(seed: 2), TinySongs.Sequences, options, cancellationToken: Cancellation));
    }

    [Fact]
    public void A_model_that_does_not_tell_its_recipe_has_none_to_go_on_by()
    {
        MelodyModel untold = new(Model.Definition, Model.Parameters);
        Assert.Null(Recipe.Of(untold));
        Assert.StartsWith(
            "the model does not tell the recipe", Assert.Throws<RecipeException>(() => FineTune(untold)).Message, StringComparison.Ordinal);
        Assert.Throws<RecipeException>(() => Recipe.Of(new MelodyModel(Model.Definition, Model.Parameters) { RecipeJson = "{" }));
    }

    private static MelodyModel ModelOf(Recipe recipe) =>
        new(recipe.Definition, new Parameters(recipe.Definition.CreateShape())) { RecipeJson = recipe.ToJson() };

    private static TrainingResult FineTune(MelodyModel model) => Trainer.FineTune(
        model, TinySongs.Sequences, new TrainingOptions { Threads = 1 }, cancellationToken: Cancellation);

    private static string? Difference(TrainingCheckpoint checkpoint, string startedFrom) =>
        checkpoint.DifferenceTo(Recipe, TinySongs.Sequences, "abc", startedFrom);

    private static TrainingResult Train(Recipe recipe) =>
        Trainer.Train(recipe, TinySongs.Sequences, new TrainingOptions { Threads = 1, StartFrom = Model }, cancellationToken: Cancellation);

    private static double LossOf(MelodyModel model)
    {
        IReadOnlyList<TokenSequence> songs = TinySongs.Sequences;
        SongSplit split = Recipe.SplitOf(songs);
        ScoringOptions options = new ScoringOptions { From = 1, Threads = 1 }.For(model.Definition);
        return HeldOutScorer.Score(new ModelPredictor(model), split.HeldOutOf(songs), options, Cancellation).NatsPerStep!.Value;
    }
}
