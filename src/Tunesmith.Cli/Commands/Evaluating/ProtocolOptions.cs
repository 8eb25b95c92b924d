using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>The options that say on which songs recipes are judged, and how: docs/metrics.md calls it the protocol.</summary>
internal sealed class ProtocolOptions
{
    private const string UsualEncoding = "melody";

    private static readonly CrossValidationOptions Usual = new();

    private readonly HearingOptions _hearing = new(UsualEncoding);
    private readonly Option<int?> _minSteps = SharedOptions.MinSteps(
        $"{HearingOptions.MinStepsInWords}, or as many as a recipe needs for its window");
    private readonly LoadingOptions _loading = new();
    private readonly Option<int?> _folds = NumberOption.Create(
        "--folds", $"Folds, of which each is held out once, at most one for each title; otherwise {Usual.Folds}", 2, 1000);

    private readonly Option<ulong?> _foldSeed = NumberOption.Create(
        "--fold-seed",
        "Shuffle the titles by this seed before they are dealt into folds; otherwise they are in order",
        0UL,
        ulong.MaxValue);

    private readonly Option<int?> _from = ScoreFrom();
    private readonly Option<int?> _threads = SharedOptions.Threads();

    /// <summary>The option for the first step scored.</summary>
    public static Option<int?> ScoreFrom() => NumberOption.Create(
        "--score-from",
        $"Score songs from their step N on; what comes before is only heard; otherwise {Usual.Scoring.From}",
        1,
        int.MaxValue);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _hearing.AddTo(command);
        command.Add(_minSteps);
        _loading.AddTo(command);
        command.Add(_folds);
        command.Add(_foldSeed);
        command.Add(_from);
        command.Add(_threads);
    }

    /// <summary>The recipe as it takes part: it hears the same songs in the same encoding as all, with a token for the rest.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="recipe">The recipe as it is.</param>
    /// <param name="minSteps">The least steps of a song, as <see cref="MinSteps"/> says.</param>
    /// <exception cref="UsageException">It has no token for the rest, or its choices do not go with the command line.</exception>
    public Recipe TakePart(ParseResult arguments, Recipe recipe, int minSteps)
    {
        if (!recipe.Definition.RestIsToken)
        {
            throw new UsageException(
                $"the recipe {recipe.Name} has no token for a rest, so it cannot be scored on the same steps as others; "
                + $"use {Recipe.Lab79.Name}");
        }

        ModelDefinition heard = Hear(arguments);
        Recipe taking = recipe with
        {
            Definition = recipe.Definition with { Encoding = heard.Encoding, Voice = heard.Voice, Grid = heard.Grid },
            MinSteps = minSteps,
        };
        return Checked(taking);
    }

    /// <summary>A recipe that the command line has changed, if its choices still make sense.</summary>
    /// <exception cref="UsageException">They do not.</exception>
    public static Recipe Checked(Recipe recipe)
    {
        try
        {
            recipe.Validate();
            return recipe;
        }
        catch (RecipeException error)
        {
            throw new UsageException($"the recipe {recipe.Name}: {error.Message}");
        }
    }

    /// <summary>
    /// The least steps of a song, for all recipes the same: where the command line does not say, each finds its window in it.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="recipes">The recipes that take part.</param>
    public int MinSteps(ParseResult arguments, params IReadOnlyList<Recipe> recipes)
    {
        int usual = HearingOptions.UsualMinSteps(Hear(arguments).FindEncoding());
        return arguments.GetValue(_minSteps) ?? recipes
            .Select(recipe => recipe.Scored == ScoredSteps.Last ? recipe.Definition.Window + 2 : usual) // begins before the last two steps
            .Append(usual)
            .Max();
    }

    /// <summary>Reads the songs.</summary>
    /// <param name="console">Where it tells how far it is.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">Where they are.</param>
    /// <param name="minSteps">The least steps of a song, as <see cref="MinSteps"/> says.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="CorpusException">There are none.</exception>
    public SongCorpus Load(ToolConsole console, ParseResult arguments, string folder, int minSteps, CancellationToken cancellation)
    {
        CorpusOptions options = _loading.Read(arguments, new CorpusOptions
        {
            Encoding = Hear(arguments).FindEncoding(),
            MinSteps = minSteps,
            Threads = Threads(arguments),
        });
        SongCorpus corpus = LoadingOptions.Load(console, folder, options, cancellation);
        corpus.RequireSongs();
        return corpus;
    }

    /// <summary>The folds, and what is scored.</summary>
    public CrossValidationOptions Read(ParseResult arguments) => new()
    {
        Folds = arguments.GetValue(_folds) ?? Usual.Folds,
        FoldSeed = arguments.GetValue(_foldSeed),
        Scoring = new ScoringOptions
        {
            From = arguments.GetValue(_from) ?? Usual.Scoring.From,
            Threads = Threads(arguments),
        },
    };

    private ModelDefinition Hear(ParseResult arguments) => _hearing.Read(arguments, new ModelDefinition { Encoding = UsualEncoding });

    private int Threads(ParseResult arguments) => arguments.GetValue(_threads) ?? Environment.ProcessorCount;
}
