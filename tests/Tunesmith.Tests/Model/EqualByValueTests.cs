using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>Records that hold lists are equal where their items are.</summary>
public sealed class EqualByValueTests
{
    [Fact]
    public void Definitions_of_the_same_choices_are_equal()
    {
        AssertEqual(new ModelDefinition(), new ModelDefinition());
        AssertEqual(
            new ModelDefinition { Hidden = [3, 4], Inputs = ["token"], Copies = ["hold"] },
            new ModelDefinition { Hidden = new List<int> { 3, 4 }, Inputs = (string[])["token"], Copies = (string[])["hold"] });
        Assert.NotEqual(new ModelDefinition { Hidden = [3] }, new ModelDefinition { Hidden = [3, 3] });
        Assert.NotEqual(new ModelDefinition { Inputs = ["token", "position"] }, new ModelDefinition { Inputs = ["position", "token"] });
        Assert.NotEqual(new ModelDefinition { Copies = ["hold"] }, new ModelDefinition());
    }

    [Fact]
    public void A_definition_does_not_change_with_the_list_that_it_was_given()
    {
        List<int> hidden = [3];
        ModelDefinition definition = new() { Hidden = hidden };
        hidden.Add(4);
        Assert.Equal([3], definition.Hidden);
    }

    [Fact]
    public void Shapes_of_the_same_sizes_are_equal()
    {
        AssertEqual(new ModelDefinition().CreateShape(), new ModelDefinition().CreateShape());
        Assert.NotEqual(new NetworkShape(1, 1, [2], 3), new NetworkShape(1, 1, [2, 2], 3));
        Assert.NotEqual(new NetworkShape(1, 1, [2], 3), new NetworkShape(1, 1, [2], 3) { Skip = true });
    }

    [Fact]
    public void A_recipe_read_again_is_the_same() =>
        Assert.All(Recipe.All, recipe => AssertEqual(recipe, Recipe.FromJson(recipe.ToJson())));

    [Fact]
    public void Options_of_the_same_constraints_and_sampler_steps_are_equal()
    {
        TopKStep step = new(3);
        CompositionOptions options = new() { Steps = 3, Constraints = [new MaxLeap(5)], Sampling = [step] };
        AssertEqual(options, new CompositionOptions { Steps = 3, Constraints = [new MaxLeap(5)], Sampling = [step] });
        Assert.NotEqual(options, options with { Constraints = [new MaxLeap(6)] });
        Assert.NotEqual(options, options with { Sampling = [] });
    }

    private static void AssertEqual<T>(T first, T second)
        where T : class
    {
        Assert.NotSame(first, second);
        Assert.True(first.Equals(second));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }
}
