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

    /// <summary>The model's <see cref="MelodyModel.Fingerprint"/>.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The recipe that the model was trained by, as JSON; empty where it is not known.</summary>
    internal string Recipe => _model.Recipe;

    /// <summary>The names of the outcomes, as in <see cref="Composition.Probabilities"/>.</summary>
    public IReadOnlyList<string> OutcomeNames => [.. Enumerable.Range(0, OutcomeCount).Select(Encoding.TokenName)];

    /// <summary>A song to start from, each as likely as the other; the same for the same seed.</summary>
    /// <param name="songs">How many songs there are; 1 or more.</param>
    /// <param name="seed">What fixes the choice.</param>
    /// <returns>0 to <paramref name="songs"/> - 1.</returns>
    public static int ChooseSong(int songs, ulong seed) => new RandomSource(seed, RandomPurpose.Primer).NextInt(songs);

    /// <summary>The part of a song that composing starts from, as in the lab: its first window.</summary>
    public Melody PrimerOf(Melody song) => song.Take(_model.Definition.Window);

    /// <summary>
    /// The primer of a song that begins from nothing: one silent step before a bar line. It is no part of the song; leave it out by
    /// <see cref="WrittenForm.WithPrimer"/>, and with <see cref="CompositionOptions.StrikeFirst"/> the song begins with a note.
    /// </summary>
    /// <param name="stepsPerQuarter">Steps in a quarter note.</param>
    /// <param name="meter">The song's meter; 4/4 where none is given.</param>
    public static Melody Silence(int stepsPerQuarter, Meter? meter = null)
    {
        Meter stated = meter ?? Meter.Common;
        MeterChange beginning = new(1 - stated.BarTicks(stepsPerQuarter), stated);
        return new Melody([MelodyStep.Rest], stepsPerQuarter, meters: new MeterMap([beginning]));
    }

    /// <summary>Composes a song.</summary>
    /// <param name="primer">What the song begins with; at least one step, on the encoding's grid.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The primer is empty, not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public Composition Compose(Melody primer, CompositionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CompositionOptions();
        return ComposeTogether([primer], [options.Seed], options, cancellationToken)[0];
    }

    /// <summary>
    /// Composes several songs at once, in much less time than one after another. Song i is the one that <see cref="Compose"/> gives with
    /// the seed plus i.
    /// </summary>
    /// <param name="primers">What each song begins with; at least one step each, on the encoding's grid.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="threads">How many threads compose; 1 or more. Songs do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">A primer is empty, not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public IReadOnlyList<Composition> ComposeMany(
        IReadOnlyList<Melody> primers, CompositionOptions? options = null, int threads = 1, CancellationToken cancellationToken = default)
    {
        options ??= new CompositionOptions();
        return ComposeMany(primers, SeedsFrom(options.Seed, primers.Count), options, threads, cancellationToken);
    }

    /// <summary>Composes several songs at once. Song i is the one that <see cref="Compose"/> gives with seed i.</summary>
    /// <param name="primers">What each song begins with; at least one step each, on the encoding's grid.</param>
    /// <param name="seeds">What fixes the draws of each song, in place of the options' seed; as many as primers.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="threads">How many threads compose; 1 or more. Songs do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">
    /// A primer is empty, not of the encoding, or too long with the steps asked for; or there is not a seed for each.
    /// </exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public IReadOnlyList<Composition> ComposeMany(
        IReadOnlyList<Melody> primers,
        IReadOnlyList<ulong> seeds,
        CompositionOptions options,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (seeds.Count != primers.Count)
        {
            throw new ArgumentException($"Expected a seed for each of {primers.Count} primers, found {seeds.Count}.", nameof(seeds));
        }

        (int Primer, int Steps)[] lengths = [.. primers.Select(primer => (primer.Length, options.StepsAfter(primer)))];
        int mostSteps = lengths.Select(length => length.Steps).DefaultIfEmpty().Max();
        int streams = ComposingRun.StreamsPerSong(_model.Definition, options with { Steps = mostSteps });
        (int First, int Count)[] groups = [.. SongGroups.Of(lengths, streams, threads)];
        Composition[][] composed = new Composition[groups.Length][];
        using WorkerPool pool = new(threads);
        if (groups.Length == 1)
        {
            return ComposeTogether(primers, seeds, options, cancellationToken, pool);
        }

        pool.Run(groups.Length, (_, index) =>
        {
            (int first, int count) = groups[index];
            composed[index] = ComposeTogether(
                [.. primers.Skip(first).Take(count)], [.. seeds.Skip(first).Take(count)], options, cancellationToken);
        });
        return [.. composed.SelectMany(group => group)];
    }

    /// <summary>Composes step by step, for as long as steps are asked for and the options allow.</summary>
    /// <param name="primer">What the song begins with; it is not among the steps given.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The primer is empty, not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    public async IAsyncEnumerable<ComposedStep> StreamAsync(
        Melody primer, CompositionOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options = Lasting(options ?? new CompositionOptions(), primer);
        ComposingRun run = Start([primer], [options.Seed], options);
        MelodyStep last = primer.Steps[^1];
        for (int step = 0; step < options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Next();
            int index = primer.Length + step;
            last = Encoding.DecodeStep(run.Tokens(0)[index], last);
            yield return new ComposedStep(index, run.Tokens(0)[index], last);
            await Task.Yield();
        }
    }

    private Composition[] ComposeTogether(
        IReadOnlyList<Melody> primers,
        IReadOnlyList<ulong> seeds,
        CompositionOptions options,
        CancellationToken cancellationToken,
        WorkerPool? pool = null)
    {
        options = Lasting(options, primers[0]);
        ComposingRun run = Start(primers, seeds, options, pool);
        List<float[]>[] probabilities = [.. primers.Select(_ => new List<float[]>())];
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

        return [.. primers.Select((primer, song) => new Composition(
            this,
            primer,
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
        IReadOnlyList<Melody> primers, IReadOnlyList<ulong> seeds, CompositionOptions options, WorkerPool? pool = null)
    {
        foreach (Melody primer in primers)
        {
            Require(primer, options);
        }

        return new ComposingRun(_model.Definition, _layout, _weights, primers, seeds, options, pool);
    }

    private static void Require(Melody primer, CompositionOptions options)
    {
        if (primer.Length == 0)
        {
            throw new ArgumentException("Expected a primer of at least one step, found an empty one.", nameof(primer));
        }

        int most = CompositionOptions.MostSteps - primer.Length;
        if (options.Steps < 0 || options.Steps > most)
        {
            throw new ArgumentException(
                $"Expected 0 to {most} steps after a primer of {primer.Length}, found {options.Steps}.", nameof(options));
        }
    }
}
