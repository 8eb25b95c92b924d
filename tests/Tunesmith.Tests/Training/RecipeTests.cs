using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>The recipes that have names.</summary>
public sealed class RecipeTests
{
    [Fact]
    public void The_lab_recipe_is_that_of_the_lab()
    {
        Recipe lab = Recipe.ByName("lab");
        Assert.Same(Recipe.Lab, lab);
        lab.Validate();
        Assert.Equal(("lab", false, 64), (lab.Definition.Encoding, lab.Definition.RestIsToken, lab.Definition.Window));
        Assert.Equal(["token"], lab.Definition.Inputs);
        Assert.Equal([128], lab.Definition.Hidden);
        Assert.Equal((256, 200, 0.001), (lab.Batch, lab.Steps, lab.LearningRate));
        Assert.Equal((128, ScoredSteps.Last, 1UL), (lab.MinSteps, lab.Scored, lab.Seed));

        NetworkShape shape = lab.Definition.CreateShape();
        Assert.Equal((78, 1, 78), (shape.InputRows, shape.RowsPerStep, shape.Outputs));
        Assert.Equal(((78 + 128 + 1) * 512) + (129 * 78), shape.ParameterCount);
    }

    [Fact]
    public void A_recipe_that_does_not_exist_is_answered_with_those_that_do() =>
        Assert.Equal(
            "there is no recipe \"Lab\"; choose one of: lookback, plain, lab, lab-79",
            Assert.Throws<RecipeException>(() => Recipe.ByName("Lab")).Message);
}
