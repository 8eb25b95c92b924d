using Tunesmith.Composing;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Bench;

/// <summary>Our engine at composing, with a network of the lab's size whose weights are the first drawn.</summary>
internal sealed class EngineComposing
{
    private readonly ModelDefinition _definition = new() { RestIsToken = false };
    private readonly PackedWeights _weights;
    private readonly Melody _primer;
    private readonly Composer _composer;

    /// <summary>Draws the weights.</summary>
    /// <param name="primerSteps">How long the primer is.</param>
    public EngineComposing(int primerSteps)
    {
        Parameters = new Parameters(_definition.CreateShape());
        WeightInitialization.Fill(Parameters, new RandomSource(1, RandomPurpose.Weights));
        using WorkerPool pool = new(1);
        _weights = new PackedWeights(Parameters, forTraining: false, pool, VectorWidth.Bits);
        int[] pitches = new int[primerSteps];
        Array.Fill(pitches, 60);
        _primer = Melody.FromSoundingPitches(pitches);
        _composer = new Composer(new MelodyModel(_definition, Parameters));
    }

    /// <summary>The weights.</summary>
    public Parameters Parameters { get; }

    /// <summary>Starts a song.</summary>
    /// <param name="context">What of the song so far a step depends on.</param>
    /// <param name="steps">The most steps it will be asked for.</param>
    public ComposingRun Start(ComposingContext context, int steps) => Start(new CompositionOptions { Steps = steps, Context = context });

    /// <summary>Starts a song.</summary>
    /// <param name="options">How to compose.</param>
    public ComposingRun Start(CompositionOptions options) =>
        new(_definition, _definition.CreateLayout(), _weights, [SongBeginning.Of(_primer)], [options.Seed], options);

    /// <summary>Composes songs as the tool does, with <c>--count</c> and <c>--context</c>.</summary>
    public void Compose(int songs, int steps, int threads, ComposingContext context = ComposingContext.Stream) =>
        _composer.ComposeMany(
            [.. Enumerable.Repeat(_primer, songs)], new CompositionOptions { Steps = steps, Context = context }, threads);
}
