using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>
/// Some songs being composed side by side: all that changes from step to step. Each song is what it would be alone; together they take
/// less time, for the network's weights are read once for all.
/// </summary>
internal sealed class ComposingRun
{
    private readonly ModelDefinition _definition;
    private readonly InputLayout _layout;
    private readonly IReadOnlyList<Melody> _primers;
    private readonly NetworkStepper _stepper;
    private readonly Sampler[] _samplers;
    private readonly ComposingContext _context;
    private readonly int[][] _tokens;
    private readonly int[] _rows;
    private int _length;
    private int _heard;

    /// <summary>Takes up the primers.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="layout">Its input layout.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="primers">What each song begins with, all of one length; their meters say where each step stands in its bar.</param>
    /// <param name="options">How to compose; song i takes the seed plus i.</param>
    public ComposingRun(
        ModelDefinition definition, InputLayout layout, PackedWeights weights, IReadOnlyList<Melody> primers, CompositionOptions options)
    {
        _definition = definition;
        _layout = layout;
        _primers = primers;
        _context = options.Context;
        _length = primers[0].Length;
        _stepper = new NetworkStepper(weights, primers.Count);
        _samplers = new Sampler[primers.Count];
        _tokens = new int[primers.Count][];
        _rows = new int[primers.Count * layout.RowsPerStep];
        MelodyEncoding encoding = definition.FindEncoding();
        for (int song = 0; song < primers.Count; song++)
        {
            _samplers[song] = new Sampler(options.Sampling, definition.OutcomeCount, unchecked(options.Seed + (ulong)song));
            _tokens[song] = new int[_length + options.Steps];
            encoding.Encode(primers[song]).Tokens.CopyTo(_tokens[song]);
        }
    }

    /// <summary>The tokens of a song so far, the primer's first.</summary>
    public ReadOnlySpan<int> Tokens(int song) => _tokens[song].AsSpan(0, _length);

    /// <summary>Composes the next step of every song.</summary>
    /// <param name="probabilities">Receives each song's predicted distribution; null where they are not wanted.</param>
    public void Next(float[][]? probabilities = null)
    {
        if (_context == ComposingContext.Window)
        {
            _stepper.Reset();
            _heard = Math.Max(0, _length - _definition.Window);
        }

        for (; _heard < _length; _heard++)
        {
            Hear(_heard);
        }

        _stepper.Predict();
        for (int song = 0; song < _tokens.Length; song++)
        {
            Span<float> logits = _stepper.Logits(song);
            if (probabilities is not null)
            {
                _samplers[song].Probabilities(logits, probabilities[song]);
            }

            _tokens[song][_length] = _samplers[song].Draw(logits);
        }

        _length++;
    }

    private void Hear(int step)
    {
        int perStep = _layout.RowsPerStep;
        for (int song = 0; song < _tokens.Length; song++)
        {
            _layout.Rows(_tokens[song].AsSpan(0, step + 1), _primers[song].PositionAt(step + 1), _rows.AsSpan(song * perStep, perStep));
        }

        _stepper.Advance(_rows);
    }
}
