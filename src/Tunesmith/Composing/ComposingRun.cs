using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>A song being composed: all that changes from step to step.</summary>
internal sealed class ComposingRun
{
    private readonly ModelDefinition _definition;
    private readonly InputLayout _layout;
    private readonly Melody _frame;
    private readonly NetworkStepper _stepper;
    private readonly Sampler _sampler;
    private readonly ComposingContext _context;
    private readonly int[] _tokens;
    private readonly int[] _rows;
    private readonly float[] _logits;
    private int _length;
    private int _heard;

    /// <summary>Hears the primer.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="layout">Its input layout.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="primer">The primer's tokens.</param>
    /// <param name="frame">The melody whose meters say where each step stands in its bar.</param>
    /// <param name="options">How to compose.</param>
    public ComposingRun(
        ModelDefinition definition,
        InputLayout layout,
        PackedWeights weights,
        TokenSequence primer,
        Melody frame,
        CompositionOptions options)
    {
        _definition = definition;
        _layout = layout;
        _frame = frame;
        _context = options.Context;
        _stepper = new NetworkStepper(weights);
        _sampler = new Sampler(options.Sampling, definition.OutcomeCount, options.Seed);
        _tokens = new int[primer.Length + options.Steps];
        _rows = new int[layout.RowsPerStep];
        _logits = new float[definition.OutcomeCount];
        primer.Tokens.CopyTo(_tokens);
        _length = primer.Length;
    }

    /// <summary>The tokens so far, the primer's first.</summary>
    public ReadOnlySpan<int> Tokens => _tokens.AsSpan(0, _length);

    /// <summary>Composes the next step.</summary>
    /// <param name="probabilities">Receives the predicted distribution; empty where it is not wanted.</param>
    /// <returns>The token drawn.</returns>
    public int Next(Span<float> probabilities)
    {
        if (_context == ComposingContext.Window)
        {
            _stepper.Reset();
            _heard = Math.Max(0, _length - _definition.Window);
        }

        for (; _heard < _length; _heard++)
        {
            _layout.Rows(_tokens.AsSpan(0, _heard + 1), _frame.PositionAt(_heard + 1), _rows);
            _stepper.Advance(_rows);
        }

        _stepper.Predict(0, _logits);
        if (!probabilities.IsEmpty)
        {
            _sampler.Probabilities(_logits, probabilities);
        }

        int token = _sampler.Draw(_logits);
        _tokens[_length++] = token;
        return token;
    }
}
