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
    }

    /// <summary>The weights.</summary>
    public Parameters Parameters { get; }

    /// <summary>Starts a song.</summary>
    /// <param name="context">What of the song so far a step depends on.</param>
    /// <param name="steps">The most steps it will be asked for.</param>
    public ComposingRun Start(ComposingContext context, int steps)
    {
        CompositionOptions options = new() { Steps = steps, Context = context };
        return new ComposingRun(
            _definition, _definition.CreateLayout(), _weights, _definition.FindEncoding().Encode(_primer), _primer, options);
    }

    /// <summary>Makes ready to compose many songs side by side.</summary>
    public SongsTogether StartTogether(int songs) => new(_weights, songs);

    /// <summary>Songs that are stepped together: the network once for all, then a draw for each.</summary>
    internal sealed class SongsTogether
    {
        private readonly NetworkStepper _stepper;
        private readonly Sampler[] _samplers;
        private readonly int[] _rows;
        private readonly float[] _logits;

        /// <summary>Starts all songs at the same token.</summary>
        public SongsTogether(PackedWeights weights, int songs)
        {
            int outcomes = weights.Parameters.Shape.Outputs;
            _stepper = new NetworkStepper(weights, songs);
            _samplers = [.. Enumerable.Range(0, songs).Select(song => new Sampler([], outcomes, (ulong)song))];
            _rows = new int[songs];
            _logits = new float[outcomes];
        }

        /// <summary>Composes one more step of every song.</summary>
        public void Next()
        {
            _stepper.Advance(_rows);
            for (int song = 0; song < _rows.Length; song++)
            {
                _stepper.Predict(song, _logits);
                _rows[song] = _samplers[song].Draw(_logits);
            }
        }
    }
}
