using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands;

/// <summary>The options that choose a recipe and override parts of it.</summary>
internal sealed class RecipeOptions
{
    private readonly Option<string> _recipe =
        SharedOptions.Choice("--recipe", "The choices to start from", [.. Recipe.All.Select(recipe => recipe.Name)]);

    private readonly HearingOptions _hearing = new("the recipe's", "the recipe's");
    private readonly Option<int?> _hidden = Number("--hidden", "Units of each LSTM layer", 1, NetworkShape.LargestHidden);
    private readonly Option<int?> _layers = Number("--layers", "LSTM layers", 1, NetworkShape.MostLayers);
    private readonly Option<int?> _window = Number("--window", "Steps of a training window", 1, ModelDefinition.LongestWindow);
    private readonly Option<int?> _batch = Number("--batch", "Windows in a batch", 1, Recipe.LargestBatch);
    private readonly Option<int?> _steps = Number("--steps", "Batches to learn from; 0 leaves the network untrained", 0, int.MaxValue);
    private readonly Option<double?> _learningRate = NumberOption.Create(
        "--learning-rate", "Adam's learning rate, above 0; otherwise the recipe's", 0.0, double.MaxValue);

    private readonly Option<int?> _minSteps = SharedOptions.MinSteps("otherwise the recipe's");
    private readonly Option<int?> _displayEvery =
        NumberOption.Create("--display-every", "Show loss and accuracy every N steps, beside steps 0 and 1; otherwise 10", 1, int.MaxValue);

    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise the recipe's, 1");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_recipe);
        _hearing.AddTo(command);
        command.Add(_hidden);
        command.Add(_layers);
        command.Add(_window);
        command.Add(_batch);
        command.Add(_steps);
        command.Add(_learningRate);
        command.Add(_minSteps);
        command.Add(_seed);
        command.Add(_displayEvery);
    }

    /// <summary>The recipe that the command line asks for.</summary>
    /// <exception cref="UsageException">The choices do not make sense together.</exception>
    public Recipe Read(ParseResult arguments)
    {
        Recipe recipe = Recipe.ByName(arguments.GetRequiredValue(_recipe));
        ModelDefinition definition = _hearing.Read(arguments, recipe.Definition);
        int layers = arguments.GetValue(_layers) ?? definition.Hidden.Count;
        int hidden = arguments.GetValue(_hidden) ?? definition.Hidden[0];
        recipe = recipe with
        {
            Definition = definition with
            {
                Hidden = [.. Enumerable.Repeat(hidden, layers)],
                Window = arguments.GetValue(_window) ?? definition.Window,
            },
            Batch = arguments.GetValue(_batch) ?? recipe.Batch,
            Steps = arguments.GetValue(_steps) ?? recipe.Steps,
            LearningRate = arguments.GetValue(_learningRate) ?? recipe.LearningRate,
            MinSteps = arguments.GetValue(_minSteps) ?? recipe.MinSteps,
            DisplayEvery = arguments.GetValue(_displayEvery) ?? recipe.DisplayEvery,
            Seed = arguments.GetValue(_seed) ?? recipe.Seed,
        };
        try
        {
            recipe.Validate();
        }
        catch (RecipeException error)
        {
            throw new UsageException(error.Message);
        }

        return recipe;
    }

    private static Option<int?> Number(string name, string description, int least, int most) =>
        NumberOption.Create(name, $"{description}; otherwise the recipe's", least, most);
}
