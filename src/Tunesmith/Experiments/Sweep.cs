using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Training;

namespace Tunesmith.Experiments;

/// <summary>
/// Random search: recipes drawn from a space, each cross-validated on the same folds. Trial i is a function of the seed and i, so a search
/// can be stopped, gone on with and made longer.
/// </summary>
public sealed class Sweep
{
    private const int FingerprintLetters = 16;

    private readonly SweepSpace _space;
    private readonly CrossValidation _validation;

    /// <summary>Prepares a search.</summary>
    /// <param name="space">The recipes.</param>
    /// <param name="corpus">The songs, heard in the encoding of the base recipe.</param>
    /// <param name="options">The folds, and what is scored; as <c>new CrossValidationOptions()</c> says where it is null.</param>
    /// <param name="seed">What fixes the trials.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    /// <exception cref="EvaluationException">There are fewer titles than folds, or no song has a step to score.</exception>
    public Sweep(SweepSpace space, SongCorpus corpus, CrossValidationOptions? options = null, ulong seed = 1)
    {
        options ??= new CrossValidationOptions();
        _space = space;
        IReadOnlyList<TokenSequence> songs = corpus.Sequences();
        _validation = new CrossValidation(songs, options);
        string titles = string.Join('\n', songs.Select(song => song.TitleGroup));
        Identity = new SweepIdentity(
            seed,
            Fingerprint(space.Text),
            Fingerprint(space.BaseRecipe.ToJson()),
            Fingerprint($"{corpus.Fingerprint()}\n{titles}"),
            options.Folds,
            options.FoldSeed,
            options.Scoring.From);
    }

    /// <summary>What fixes this search.</summary>
    public SweepIdentity Identity { get; }

    /// <summary>Checks that trials are of this search, to go on with them.</summary>
    /// <param name="trials">The trials of a file.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="SweepException">They are of another; the message says in what it differs.</exception>
    public void RequireSame(IEnumerable<SweepTrial> trials, string path)
    {
        if (trials.FirstOrDefault(trial => trial.Sweep != Identity) is { } other)
        {
            string differences = string.Join("; ", other.Sweep.DifferencesTo(Identity));
            throw new SweepException($"cannot go on with the trials in {path}: {differences}. Use the same, or name another file");
        }
    }

    /// <summary>Runs the trials that have not been run.</summary>
    /// <param name="trials">How many there are to be in the end; trials are numbered from 0.</param>
    /// <param name="done">Those that have been run; others of higher numbers are passed over.</param>
    /// <param name="save">Receives each trial as soon as it is over.</param>
    /// <param name="progress">Told of the trainings.</param>
    /// <param name="cancellationToken">Stops the work; trials that are over have been saved.</param>
    /// <returns>The first trials, in the order of their numbers.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyList<SweepTrial> Run(
        int trials,
        IEnumerable<SweepTrial> done,
        Action<SweepTrial> save,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        SortedDictionary<int, SweepTrial> all = [];
        foreach (SweepTrial trial in done.Where(trial => trial.Trial >= 0 && trial.Trial < trials))
        {
            all.TryAdd(trial.Trial, trial);
        }

        for (int number = 0; number < trials; number++)
        {
            if (!all.ContainsKey(number))
            {
                SweepTrial trial = Try(number, progress, cancellationToken);
                save(trial);
                all.Add(number, trial);
            }
        }

        return [.. all.Values];
    }

    private SweepTrial Try(int number, IProgress<FoldProgress>? progress, CancellationToken cancellationToken)
    {
        JsonObject choices = _space.Draw(Identity.Seed, number);
        try
        {
            Recipe recipe = _space.RecipeOf(choices) with { Name = FormattableString.Invariant($"trial {number}") };
            EvaluationRow row = _validation.Score(recipe, progress, cancellationToken);
            double?[] perFold = [.. row.PerFold.Select(fold => fold.NatsPerStep)];
            double seconds = row.Seconds / perFold.Length;
            HeldOutScore score = row.Score;
            return new SweepTrial(number, choices, score.NatsPerStep, score.Accuracy, score.MoveAccuracy, seconds, perFold, null, Identity);
        }
        catch (Exception error) when (error is RecipeException or TrainingException or EvaluationException)
        {
            return new SweepTrial(number, choices, null, null, null, null, null, error.Message, Identity);
        }
    }

    private static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..FingerprintLetters];
}
