using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Options;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary><c>tunesmith train</c>: learns a model from a folder of songs.</summary>
internal sealed partial class TrainCommand : ToolCommand
{
    private readonly Argument<string> _folder = SharedOptions.Songs();
    private readonly Option<string> _output = SharedOptions.Output(
        "The model file to write; folders on the way are made; otherwise it must be given, but for --print-recipe");
    private readonly Option<string?> _log =
        new("--log") { Description = "Write a line of JSON to this file at every displayed step", HelpName = "FILE" };

    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly ReportOption _report = new("Write what was learned, from what and how well, to this file as one page to open");
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _printRecipe = new("--print-recipe")
    {
        Description = "Write the recipe, with what the other options change in it, as JSON to standard output, and train nothing; "
            + "needs no FOLDER and no -o",
    };

    private readonly RecipeOptions _recipe = new();
    private readonly FineTuningOptions _fineTuning = new();
    private readonly LoadingOptions _loading = new();
    private readonly CheckpointOptions _checkpoints = new();
    private readonly SampleOptions _samples = new();

    public TrainCommand()
        : base("train", "Learn a model from a folder of songs.")
    {
        _folder.Arity = ArgumentArity.ZeroOrOne;
        _folder.Description += "; otherwise it must be given, but for --print-recipe";
        Validators.Add(RequireNames);
        Add(_folder);
        Add(_output);
        Add(_recipe.Start);
        Add(_recipe.Seed);
        Under("What it hears");
        _recipe.AddHearing(this);
        _loading.AddTo(this);
        Under("The network, and how it learns");
        _recipe.AddLearning(this);
        Under("What is held out, and when it stops");
        _recipe.AddStopping(this);
        Under("From a model that has learned already");
        _fineTuning.AddTo(this);
        Under("To stop and to go on");
        _checkpoints.AddTo(this);
        Under("To hear it and see it learn");
        _samples.AddTo(this);
        Add(_recipe.DisplayEvery);
        Add(_log);
        Add(_report);
        Under("The run");
        Add(_printRecipe);
        Add(_threads);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith train songs -o model.safetensors", "Learn from the folder songs by the recipe lookback."),
        new(
            "tunesmith train songs -o model.safetensors --recipe lab --hidden 256 --batch 128 --steps 2000 --seed 3",
            "The settings of the lab's own samples, and another draw of all that is random."),
        new("tunesmith train songbook -o model.safetensors", "Learn from the tunes that come with Tunesmith."),
        new(
            "tunesmith train my-tunes -o mine.safetensors --from model.safetensors",
            "Teach a model your own tunes, and see what it wins and what it forgets."),
        new("tunesmith train songs -o model.safetensors --resume", "Go on where Ctrl-C stopped."),
        new(
            "tunesmith train songs -o model.safetensors --validation 0.2 --patience 3",
            "Hold more titles out, and stop when they fare no better."),
        new(
            "tunesmith train songbook -o model.safetensors --sample-every 50 --wav",
            "Hear it learn: a song after every 50 steps, as MIDI and as sound."),
        new("tunesmith train --print-recipe > my-recipe.json", "A recipe to change and to give to --recipe."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        FineTunedModel? from = _fineTuning.Read(arguments);
        Recipe recipe = _recipe.Read(arguments, from);
        foreach (string warning in recipe.Warnings)
        {
            console.Warn(warning);
        }

        if (arguments.GetValue(_printRecipe))
        {
            console.Output.WriteLine(recipe.ToIndentedJson());
            return Task.CompletedTask;
        }

        Train(arguments, console, recipe, from, cancellation);
        return Task.CompletedTask;
    }

    /// <summary>Requires the folder and the model, unless only the recipe is printed.</summary>
    private void RequireNames(CommandResult result)
    {
        if (result.GetValue(_printRecipe))
        {
            return;
        }

        if (result.GetResult(_folder) is null or { Tokens.Count: 0 })
        {
            result.AddError("FOLDER is missing: name a folder of songs");
        }

        if (result.GetResult(_output) is null)
        {
            result.AddError("--output is missing: name the model file to write, with -o");
        }
    }
}
