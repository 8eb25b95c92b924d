using System.CommandLine;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Report;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary><c>tunesmith compare</c>: judges recipes and baselines on songs that they have not seen.</summary>
internal sealed class CompareCommand : ToolCommand
{
    private static readonly string UsualRecipes = string.Join(',', Recipe.Lab79.Name, Recipe.Plain.Name, Recipe.LookBack.Name);

    private readonly Argument<string> _folder = SharedOptions.Songs();

    private readonly Option<string> _recipes = new("--recipes")
    {
        Description = "The recipes, with commas between: names, or files as train --print-recipe writes them; "
            + "a file's row has the file's name",
        HelpName = "A,B,...",
        CompletionSources = { ValueSources.Of([.. Recipe.All.Select(recipe => recipe.Name)]) },
        DefaultValueFactory = _ => UsualRecipes,
    };

    private readonly ProtocolOptions _protocol = new();
    private readonly Option<int?> _steps =
        NumberOption.Create("--steps", "Batches that each recipe learns from; otherwise its own number", 0, int.MaxValue);

    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise each recipe's, 1");
    private readonly Option<bool> _showFolds = new("--show-folds") { Description = "Name the titles that each fold holds out" };
    private readonly ReportOption _report = new("Write the scores to this file as one page to open");
    private readonly Option<bool> _json = SharedOptions.Json();

    public CompareCommand()
        : base("compare", "Judge recipes, beside baselines, on songs that they have not seen: each is trained anew for every fold.")
    {
        Add(_folder);
        Add(_recipes);
        _protocol.AddTo(this);
        Add(_steps);
        Add(_seed);
        Add(_showFolds);
        Add(_report);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith compare songs", "How well each recipe learns these songs, and whether it beats simple counting."),
        new("tunesmith compare songs --recipes lookback,my-recipe.json --fold-seed 7", "A recipe of one's own, on other folds."),
        new("tunesmith compare songs --encoding lab --show-folds", "The songs as the lab hears them, and the titles of each fold."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        Recipe[] recipes = Recipes(arguments);
        _report.Check(arguments);
        int minSteps = recipes.Max(recipe => recipe.MinSteps); // the same in all
        SongCorpus corpus = _protocol.Load(console, arguments, arguments.GetRequiredValue(_folder), minSteps, cancellation);
        FilesApart.CheckSongs(_report.Written(arguments), corpus);
        CrossValidationOptions options = _protocol.Read(arguments);
        CrossValidation validation = new(corpus.Sequences(), options);

        bool json = arguments.GetValue(_json);
        ConsoleStream notes = console.Progress(json);
        notes.WriteLine(ProtocolNotes.Describe(corpus, validation));
        IReadOnlyList<string> remarks = ProtocolNotes.Remarks(corpus, options.Scoring.From);
        ProtocolNotes.Write(notes, remarks);

        ExperimentDisplay display = new(notes, options.Time) { ShowsFolds = true };
        EvaluationReport report = display.Run(() => Comparison.Run(validation, recipes, display, cancellation));
        if (json)
        {
            EvaluationDocument document = EvaluationDocument.Of(report, validation.HeldOutTitles, remarks);
            JsonOutput.Write(console, document, EvaluationJson.Default.EvaluationDocument);
        }
        else
        {
            new EvaluationTable(report).Write(console.Output);
            if (arguments.GetValue(_showFolds))
            {
                WriteFolds(console.Output, validation.HeldOutTitles);
            }
        }

        _report.Write(
            arguments,
            "the scores are shown",
            () => new ReportPage
            {
                Title = "Recipes beside each other",
                Lead = "Each recipe was trained anew for every fold, and judged on songs that it had not seen, "
                    + "beside baselines that only count.",
                Comparison = new ReportComparison(report) { Titles = validation.HeldOutTitles },
                Songs = new ReportSongs(corpus),
                Commands = [new("The same scores again", TypedCommand.Of(arguments, [_report, _json, _showFolds]))],
            },
            notes,
            cancellation);
        return Task.CompletedTask;
    }

    private Recipe[] Recipes(ParseResult arguments)
    {
        string[] names = arguments.GetRequiredValue(_recipes)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Recipe[] named = [.. names.Select(RecipeFile.Named)];
        int minSteps = _protocol.MinSteps(arguments, named);
        Recipe[] recipes = [.. named.Select(recipe => Adapt(arguments, recipe, minSteps))];
        if (recipes.Length == 0)
        {
            throw new UsageException($"--recipes names none; name some, such as {UsualRecipes}");
        }

        string[] twice = [.. recipes.GroupBy(recipe => recipe.Name).Where(group => group.Count() > 1).Select(group => group.Key)];
        return twice.Length == 0
            ? recipes
            : throw new UsageException($"--recipes has two of the name {twice[0]}; leave one out, or give its file another name");
    }

    private Recipe Adapt(ParseResult arguments, Recipe named, int minSteps)
    {
        Recipe recipe = _protocol.TakePart(arguments, named, minSteps);
        return ProtocolOptions.Checked(recipe with
        {
            Steps = arguments.GetValue(_steps) ?? recipe.Steps,
            Seed = arguments.GetValue(_seed) ?? recipe.Seed,
        });
    }

    private static void WriteFolds(ConsoleStream output, IReadOnlyList<IReadOnlyList<string>> titles)
    {
        output.WriteLine();
        for (int fold = 0; fold < titles.Count; fold++)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"fold {fold + 1} holds out: {string.Join("; ", titles[fold])}");
            output.WriteLine(ToolConsole.OneLine(line));
        }
    }
}
