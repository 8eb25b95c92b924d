using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Constraints.Automaton;
using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>
/// Some songs being composed side by side: all that changes from step to step. Each song is what it would be alone; together they take
/// less time, for the network's weights are read once for all.
/// </summary>
/// <remarks>
/// Where a step depends on the last L steps alone, a song has L streams. Each began at another of its last L steps, from nothing, and
/// has heard every step since. The one that began L steps ago tells what follows, and then begins anew: what would take L steps of one
/// stream for each token takes one step of L streams, with the same operations.
/// </remarks>
internal sealed class ComposingRun
{
    private readonly MelodyEncoding _encoding;
    private readonly InputLayout _layout;
    private readonly Melody[] _primers;
    private readonly NetworkStepper _stepper;
    private readonly Sampler[] _samplers;
    private readonly bool[] _strikesFirst;
    private readonly ConstrainedSong?[] _constrained;
    private readonly int _window;
    private readonly int _streamsPerSong;
    private readonly int[] _predicting;
    private readonly int[][] _tokens;
    private readonly InputReader[] _readers;
    private readonly int[] _rows;
    private readonly int[] _evidence;
    private readonly int _firstHeard;
    private int _length;
    private int _heard;

    /// <summary>Takes up the beginnings.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="layout">Its input layout.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="beginnings">
    /// How each song begins, all heard in as many steps; their meters say where each step stands in its bar.
    /// </param>
    /// <param name="seeds">What fixes the draws of each song.</param>
    /// <param name="options">How to compose; the seed in it is not looked at.</param>
    /// <param name="pool">The threads that share out many streams; null for the calling one alone.</param>
    /// <exception cref="ConstraintException">The constraints cannot be met.</exception>
    public ComposingRun(
        ModelDefinition definition,
        InputLayout layout,
        PackedWeights weights,
        IReadOnlyList<SongBeginning> beginnings,
        IReadOnlyList<ulong> seeds,
        CompositionOptions options,
        WorkerPool? pool = null)
    {
        _layout = layout;
        Melody[] primers = [.. beginnings.Select(beginning => beginning.Heard)];
        _primers = primers;
        _window = options.Context == ComposingContext.Window ? definition.Window : 0;
        _strikesFirst = [.. beginnings.Select(beginning => beginning.IsFromNothing)];
        _length = primers[0].Length;
        _streamsPerSong = StreamsPerSong(definition, options);
        _heard = BeginningOfContext();
        _firstHeard = _heard;
        _stepper = new NetworkStepper(weights, primers.Length * _streamsPerSong, pool);
        _predicting = new int[primers.Length];
        _samplers = new Sampler[primers.Length];
        _tokens = new int[primers.Length][];
        _readers = [.. primers.Select(_ => layout.CreateReader(_length + options.Steps))];
        _evidence = new int[primers.Length * layout.Copies.Count * CopyEvidence.RowsPerCopy];
        _rows = new int[primers.Length * _streamsPerSong * layout.RowsPerStep];
        _encoding = definition.FindEncoding();
        for (int song = 0; song < primers.Length; song++)
        {
            _samplers[song] = new Sampler(options.Sampling, definition.OutcomeCount, seeds[song]);
            _tokens[song] = new int[_length + options.Steps];
            _encoding.Encode(primers[song]).Tokens.CopyTo(_tokens[song]);
        }

        _constrained = ConstrainedSongs.Begin(_encoding, definition.OutcomeCount, primers, options);

        // What looks back sees the whole song, also where the network's own memory begins later.
        for (int step = 0; step < _firstHeard; step++)
        {
            Read(step);
        }
    }

    /// <summary>The tokens of a song so far, the primer's first.</summary>
    public ReadOnlySpan<int> Tokens(int song) => _tokens[song].AsSpan(0, _length);

    /// <summary>How many streams a song takes: one for each of the windows that overlap, at most L; else one.</summary>
    public static int StreamsPerSong(ModelDefinition definition, CompositionOptions options) =>
        options.Context == ComposingContext.Window ? Math.Clamp(options.Steps, 1, definition.Window) : 1;

    /// <summary>Composes the next step of every song.</summary>
    /// <param name="probabilities">Receives each song's predicted distribution; null where they are not wanted.</param>
    public void Next(float[][]? probabilities = null)
    {
        for (; _heard < _length; _heard++)
        {
            Hear(_heard);
        }

        int perCopies = _layout.Copies.Count * CopyEvidence.RowsPerCopy;
        for (int song = 0; song < _predicting.Length; song++)
        {
            _predicting[song] = StreamOf(song, BeginningOfContext());
            _readers[song].Evidence.CopyTo(_evidence.AsSpan(song * perCopies));
        }

        _stepper.Predict(_predicting, _evidence);
        for (int song = 0; song < _tokens.Length; song++)
        {
            Span<float> logits = Logits(song);
            if (probabilities is not null)
            {
                _samplers[song].Probabilities(logits, probabilities[song]);
            }

            _tokens[song][_length] = _samplers[song].Draw(logits, _constrained[song], FirstStrikeOf(song));
        }

        _length++;
    }

    /// <summary>What has the first step of a song from nothing strike a note; null at every other.</summary>
    private FirstStrikeStep? FirstStrikeOf(int song) => _strikesFirst[song] && _length == _primers[song].Length
        ? new FirstStrikeStep(_encoding, _tokens[song][_length - 1])
        : null;

    /// <summary>The first step that the next one depends on.</summary>
    private int BeginningOfContext() => _window > 0 ? Math.Max(0, _length - _window) : 0;

    /// <summary>
    /// The stream of a song that began at a step. Those that begin first stand first, and those of one step side by side.
    /// </summary>
    private int StreamOf(int song, int step) => ((step - _firstHeard) % _streamsPerSong * _tokens.Length) + song;

    private void Hear(int step)
    {
        int perStep = _layout.RowsPerStep;
        for (int song = 0; song < _tokens.Length; song++)
        {
            // A window is begun only where a step to compose depends on it.
            if (_window > 0 && (step == _firstHeard || step + _window < _tokens[song].Length))
            {
                _stepper.Reset(StreamOf(song, step));
            }
        }

        Read(step);

        // Every stream of a song hears the same.
        int perBeginning = _tokens.Length * perStep;
        int begun = Math.Min(_streamsPerSong, step - _firstHeard + 1);
        for (int stream = 1; stream < begun; stream++)
        {
            _rows.AsSpan(0, perBeginning).CopyTo(_rows.AsSpan(stream * perBeginning));
        }

        _stepper.Advance(_rows.AsSpan(0, begun * perBeginning));
    }

    /// <summary>Lets what looks back on each song hear a step.</summary>
    private void Read(int step)
    {
        int perStep = _layout.RowsPerStep;
        for (int song = 0; song < _tokens.Length; song++)
        {
            _readers[song].Hear(_tokens[song][step], _primers[song].PositionAt(step + 1));
            _readers[song].Rows.CopyTo(_rows.AsSpan(song * perStep));
        }
    }

    /// <summary>
    /// The logits of a song's next token, negative infinity where it cannot follow: the network's own, or with copies the logarithms of
    /// the probabilities that they add up to.
    /// </summary>
    private Span<float> Logits(int song)
    {
        ReadOnlySpan<int> pointsTo = _readers[song].PointsTo;
        Span<float> logits = pointsTo.IsEmpty ? _stepper.Logits(song) : Logarithms(_stepper.Probabilities(song, pointsTo));
        int before = _tokens[song][_length - 1];
        for (int token = 0; token < logits.Length; token++)
        {
            logits[token] = _encoding.CanFollow(token, before) ? logits[token] : float.NegativeInfinity;
        }

        return logits;
    }

    private static Span<float> Logarithms(Span<float> probabilities)
    {
        foreach (ref float probability in probabilities)
        {
            probability = probability > 0 ? (float)Functions.Log(probability) : float.NegativeInfinity;
        }

        return probabilities;
    }
}
