using System.CommandLine;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>The options that choose a recipe and override parts of it.</summary>
internal sealed class RecipeOptions
{
    private static readonly Recipe Usual = Recipe.All[0];

    private readonly Option<string> _recipe = new("--recipe")
    {
        Description = $"The choices to start from: {string.Join(", ", Recipe.All.Select(recipe => recipe.Name))}, "
            + "or a file as --print-recipe writes it; the options below change single ones",
        HelpName = "NAME|FILE",
        CompletionSources = { ValueSources.Of([.. Recipe.All.Select(recipe => recipe.Name)]) },
        DefaultValueFactory = _ => Recipe.All[0].Name,
    };

    private readonly HearingOptions _hearing = new($"the recipe's, in {Usual.Name} {Usual.Definition.Encoding}", "the recipe's");
    private readonly Option<int?> _hidden =
        Number("--hidden", "Units of each LSTM layer", 1, NetworkShape.LargestHidden, Usual.Definition.Hidden[0]);

    private readonly Option<int?> _layers = Number("--layers", "LSTM layers", 1, NetworkShape.MostLayers, Usual.Definition.Hidden.Count);
    private readonly Option<int?> _window = Number(
        "--window", "Steps of a training window", 1, ModelDefinition.LongestWindow, Usual.Definition.Window);
    private readonly Option<int?> _batch = Number("--batch", "Windows in a batch", 1, Recipe.LargestBatch, Usual.Batch);
    private readonly Option<int?> _steps =
        Number("--steps", "Batches to learn from; 0 writes the untrained network", 0, int.MaxValue, Usual.Steps);

    private readonly Option<double?> _learningRate = NumberOption.Create(
        "--learning-rate",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Adam's learning rate, above 0; a warning tells of one outside {Recipe.LowestUsualLearningRate} to "
                + $"{Recipe.HighestUsualLearningRate}; {Otherwise(Usual.LearningRate)}"),
        0.0,
        double.MaxValue);

    private readonly Option<double?> _validation = NumberOption.Create(
        "--validation",
        $"Share of the titles to hold out; the model is the one that does best on them; {Otherwise(Usual.Validation.Share)}",
        0,
        Validation.LargestShare);

    private readonly Option<int?> _patience = NumberOption.Create(
        "--patience",
        $"Stop after N looks at the titles held out without a lower loss; 0 goes on to the end; {Otherwise(Usual.Validation.Patience)}",
        0,
        int.MaxValue);

    private readonly Option<AccuracyBand?> _reachAccuracy = AccuracyBandOption.Create(
        "--reach-accuracy",
        "Stop at the first display where the mean accuracy of the last five is from X to Y; X alone is X..1; "
            + "the lab advises 0.75..0.90; otherwise the recipe's, which is mostly none");

    private readonly Option<int?> _minSteps = SharedOptions.MinSteps(Otherwise(Usual.MinSteps));
    private readonly Option<int?> _displayEvery =
        NumberOption.Create("--display-every", "Show loss and accuracy at steps 0 and 1, and every N; otherwise 10", 1, int.MaxValue);

    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise the recipe's, 1");

    /// <summary>The recipe to start from.</summary>
    public Option Start => _recipe;

    /// <summary>What fixes the draws.</summary>
    public Option Seed => _seed;

    /// <summary>How often loss and accuracy are shown.</summary>
    public Option DisplayEvery => _displayEvery;

    /// <summary>Adds the options for what is heard.</summary>
    public void AddHearing(Command command)
    {
        _hearing.AddTo(command);
        command.Add(_minSteps);
    }

    /// <summary>Adds the options for the network and how it learns.</summary>
    public void AddLearning(Command command)
    {
        command.Add(_hidden);
        command.Add(_layers);
        command.Add(_steps);
        command.Add(_batch);
        command.Add(_window);
        command.Add(_learningRate);
    }

    /// <summary>Adds the options for which weights are kept, and when learning stops.</summary>
    public void AddStopping(Command command)
    {
        command.Add(_validation);
        command.Add(_patience);
        command.Add(_reachAccuracy);
    }

    /// <summary>The recipe that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="from">The model to fine-tune, by its own recipe unless another is named; null for none.</param>
    /// <exception cref="UsageException">
    /// There is no such recipe, the choices do not make sense together, or they are not for the model to fine-tune.
    /// </exception>
    /// <exception cref="ToolException">The file it names holds no recipe that makes sense.</exception>
    public Recipe Read(ParseResult arguments, FineTunedModel? from = null)
    {
        bool isNamed = arguments.GetResult(_recipe) is { Implicit: false };
        Recipe recipe = from is null || isNamed ? RecipeFile.Find(arguments.GetRequiredValue(_recipe)) : from.RecipeToLearnOn;
        ModelDefinition definition = _hearing.Read(arguments, recipe.Definition);
        recipe = recipe with
        {
            Definition = definition with
            {
                Hidden = Hidden(arguments, definition),
                Window = arguments.GetValue(_window) ?? definition.Window,
            },
            Batch = arguments.GetValue(_batch) ?? recipe.Batch,
            Steps = arguments.GetValue(_steps) ?? recipe.Steps,
            LearningRate = arguments.GetValue(_learningRate) ?? recipe.LearningRate,
            Validation = recipe.Validation with
            {
                Share = arguments.GetValue(_validation) ?? recipe.Validation.Share,
                Patience = arguments.GetValue(_patience) ?? recipe.Validation.Patience,
            },
            ReachAccuracy = arguments.GetValue(_reachAccuracy) ?? recipe.ReachAccuracy,
            MinSteps = arguments.GetValue(_minSteps) ?? recipe.MinSteps,
            DisplayEvery = arguments.GetValue(_displayEvery) ?? recipe.DisplayEvery,
            Seed = arguments.GetValue(_seed) ?? recipe.Seed,
        };
        if (arguments.GetValue(_patience) > 0 && recipe.Validation.Share == 0)
        {
            throw new UsageException("--patience is with titles held out, and none are; add --validation 0.1");
        }

        try
        {
            recipe.Validate();
        }
        catch (RecipeException error)
        {
            throw new UsageException(error.Message);
        }

        return from is not null && recipe.DifferenceTo(from.Model) is { } difference
            ? throw new UsageException($"cannot fine-tune {from.Path}: {difference}; leave out what changes it, or --from to start anew")
            : recipe;
    }

    /// <summary>The file that a recipe is read from, or none where it has a name of its own.</summary>
    public FileRole[] FilesRead(ParseResult arguments)
    {
        string named = arguments.GetRequiredValue(_recipe);
        return Recipe.All.Any(recipe => recipe.Name == named) ? [] : [new("the recipe", named)];
    }

    /// <summary>The layers: those of the definition, unless their number or size is given; layers that are given are of one size.</summary>
    private IReadOnlyList<int> Hidden(ParseResult arguments, ModelDefinition definition)
    {
        int? layers = arguments.GetValue(_layers);
        int? units = arguments.GetValue(_hidden);
        return layers is null && units is null
            ? definition.Hidden
            : [.. Enumerable.Repeat(units ?? definition.Hidden[0], layers ?? definition.Hidden.Count)];
    }

    private static Option<int?> Number(string name, string description, int least, int most, int usual) =>
        NumberOption.Create(name, $"{description}; {Otherwise(usual)}", least, most);

    private static string Otherwise(IFormattable usual) =>
        $"otherwise the recipe's, in {Usual.Name} {usual.ToString(null, CultureInfo.InvariantCulture)}";
}
