using System.Runtime.CompilerServices;
using Tunesmith.Composing.Constraints;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>Composes with a model: hears a primer, then draws one token after another from what the network predicts.</summary>
public sealed partial class Composer
{
    private readonly MelodyModel _model;
    private readonly InputLayout _layout;
    private readonly PackedWeights _weights;
    private readonly Lazy<string> _fingerprint;

    /// <summary>Prepares a model for composing.</summary>
    public Composer(MelodyModel model)
    {
        _model = model;
        Encoding = model.Definition.FindEncoding();
        _layout = model.Definition.CreateLayout();
        _fingerprint = new Lazy<string>(model.Fingerprint);
        using WorkerPool pool = new(1);
        _weights = new PackedWeights(model.Parameters, forTraining: false, pool, VectorWidth.Bits);
    }

    /// <summary>What the model's tokens mean.</summary>
    public MelodyEncoding Encoding { get; }

    /// <summary>How many outcomes a distribution has.</summary>
    public int OutcomeCount => _model.Definition.OutcomeCount;

    /// <summary>The recipe that the model was trained by, as JSON; empty where it is not known.</summary>
    internal string Recipe => _model.RecipeJson;

    /// <summary>The names of the outcomes, as in <see cref="Composition.Probabilities"/>.</summary>
    public IReadOnlyList<string> OutcomeNames => [.. Enumerable.Range(0, OutcomeCount).Select(Encoding.TokenName)];

    /// <summary>The model's <see cref="MelodyModel.Fingerprint"/>; worked out once.</summary>
    public string Fingerprint() => _fingerprint.Value;

    /// <summary>A song to start from, each as likely as the other; the same for the same seed.</summary>
    /// <param name="songs">How many songs there are; 1 or more.</param>
    /// <param name="seed">What fixes the choice.</param>
    /// <returns>0 to <paramref name="songs"/> - 1.</returns>
    public static int ChooseSong(int songs, ulong seed) => new RandomSource(seed, RandomPurpose.Primer).NextInt(songs);

    /// <summary>The part of a song that composing starts from, as in the lab: its first window.</summary>
    public Melody PrimerOf(Melody song) => song.Take(_model.Definition.Window);

    /// <summary>Composes a song.</summary>
    /// <param name="primer">What the song begins with, on the encoding's grid; of no steps for a song from nothing.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The primer is not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public Composition Compose(Melody primer, CompositionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CompositionOptions();
        return ComposeTogether([SongBeginning.Of(primer)], [options.Seed], options, cancellationToken)[0];
    }

    /// <summary>
    /// Composes several songs at once, in much less time than one after another. Song i is the one that
    /// <see cref="Compose(Melody, CompositionOptions?, CancellationToken)"/> gives with the seed plus i.
    /// </summary>
    /// <param name="primers">What each song begins with, on the encoding's grid; of no steps for a song from nothing.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="threads">How many threads compose; 1 or more, null for all processors. Songs do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">A primer is not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public IReadOnlyList<Composition> ComposeMany(
        IReadOnlyList<Melody> primers,
        CompositionOptions? options = null,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new CompositionOptions();
        return ComposeMany(primers, SeedsFrom(options.Seed, primers.Count), options, threads, cancellationToken);
    }

    /// <summary>
    /// Composes several songs at once. Song i is the one that <see cref="Compose(Melody, CompositionOptions?, CancellationToken)"/> gives
    /// with seed i.
    /// </summary>
    /// <param name="primers">What each song begins with, on the encoding's grid; of no steps for a song from nothing.</param>
    /// <param name="seeds">What fixes the draws of each song, in place of the options' seed; as many as primers.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="threads">How many threads compose; 1 or more, null for all processors. Songs do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">
    /// A primer is not of the encoding, or too long with the steps asked for; or there is not a seed for each.
    /// </exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public IReadOnlyList<Composition> ComposeMany(
        IReadOnlyList<Melody> primers,
        IReadOnlyList<ulong> seeds,
        CompositionOptions? options = null,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new CompositionOptions();
        int most = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(threads));
        if (seeds.Count != primers.Count)
        {
            throw new ArgumentException($"Expected a seed for each of {primers.Count} primers, found {seeds.Count}.", nameof(seeds));
        }

        SongBeginning[] beginnings = [.. primers.Select(SongBeginning.Of)];
        (int Heard, int Steps)[] lengths =
            [.. beginnings.Select(beginning => (beginning.Heard.Length, options.StepsAfter(beginning.Primer)))];
        int mostSteps = lengths.Select(length => length.Steps).DefaultIfEmpty().Max();
        int streams = ComposingRun.StreamsPerSong(_model.Definition, options with { Steps = mostSteps });
        (int First, int Count)[] groups = [.. SongGroups.Of(lengths, streams, most)];
        Composition[][] composed = new Composition[groups.Length][];
        using WorkerPool pool = new(most);
        if (groups.Length == 1)
        {
            return ComposeTogether(beginnings, seeds, options, cancellationToken, pool);
        }

        pool.Run(groups.Length, (_, index) =>
        {
            (int first, int count) = groups[index];
            composed[index] = ComposeTogether(
                beginnings[first..(first + count)], [.. seeds.Skip(first).Take(count)], options, cancellationToken);
        });
        return [.. composed.SelectMany(group => group)];
    }

    /// <summary>Composes step by step, for as long as steps are asked for and the options allow.</summary>
    /// <param name="primer">What the song begins with, of no steps for a song from nothing; its steps are not among those given.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The primer is not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    public async IAsyncEnumerable<ComposedStep> StreamAsync(
        Melody primer, CompositionOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options = Lasting(options ?? new CompositionOptions(), primer);
        SongBeginning beginning = SongBeginning.Of(primer);
        ComposingRun run = Start([beginning], [options.Seed], options);
        MelodyStep last = beginning.Heard.Steps[^1];
        for (int step = 0; step < options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Next();
            int token = run.Tokens(0)[^1];
            last = Encoding.DecodeStep(token, last);
            yield return new ComposedStep(primer.Length + step, token, last);
            await Task.Yield();
        }
    }

    private Composition[] ComposeTogether(
        SongBeginning[] beginnings,
        IReadOnlyList<ulong> seeds,
        CompositionOptions options,
        CancellationToken cancellationToken,
        WorkerPool? pool = null)
    {
        options = Lasting(options, beginnings[0].Primer);
        ComposingRun run = Start(beginnings, seeds, options, pool);
        List<float[]>[] probabilities = [.. beginnings.Select(_ => new List<float[]>())];
        for (int step = 0; step < options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (options.KeepProbabilities)
            {
                Array.ForEach(probabilities, song => song.Add(new float[OutcomeCount]));
                run.Next([.. probabilities.Select(song => song[^1])]);
            }
            else
            {
                run.Next();
            }
        }

        return [.. beginnings.Select((beginning, song) => new Composition(
            this,
            beginning,
            run.Tokens(song).ToArray(),
            options with { Seed = seeds[song] },
            [.. probabilities[song]]))];
    }

    /// <summary>Options with a number of steps, whether or not bars were asked for.</summary>
    private static CompositionOptions Lasting(CompositionOptions options, Melody primer) =>
        options with { Steps = options.StepsAfter(primer), Bars = null };

    private static ulong[] SeedsFrom(ulong first, int count) =>
        [.. Enumerable.Range(0, count).Select(song => unchecked(first + (ulong)song))];

    private ComposingRun Start(
        SongBeginning[] beginnings, IReadOnlyList<ulong> seeds, CompositionOptions options, WorkerPool? pool = null)
    {
        foreach (SongBeginning beginning in beginnings)
        {
            Require(beginning.Primer, options);
        }

        return new ComposingRun(_model.Definition, _layout, _weights, beginnings, seeds, options, pool);
    }

    private static void Require(Melody primer, CompositionOptions options)
    {
        int most = CompositionOptions.MostSteps - primer.Length;
        if (options.Steps < 0 || options.Steps > most)
        {
            throw new ArgumentException(
                $"Expected 0 to {most} steps after a primer of {primer.Length}, found {options.Steps}.", nameof(options));
        }
    }
}
