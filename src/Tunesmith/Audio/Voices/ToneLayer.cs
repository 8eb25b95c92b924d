using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;
using Tunesmith.Compute.Synthesis;

namespace Tunesmith.Audio.Voices;

/// <summary>
/// The held tone of one note: a few players a little out of tune with each other, each a series of harmonics that moves between a dull and
/// a bright spectrum.
/// </summary>
internal sealed class ToneLayer
{
    /// <summary>The most players.</summary>
    private const int MostPlayers = 3;

    private const double Highest = 0.45;

    /// <summary>How many cents the modulation wheel adds to vibrato when it is up.</summary>
    private const double WheelCents = 40;

    /// <summary>How loud the players beside the middle one are.</summary>
    private const double SideLevel = 0.6;

    /// <summary>The amplitude below which a harmonic is not heard: 100 dB below the tone.</summary>
    private const double InaudibleHarmonic = 1e-5;

    private const double CentsToFactor = 0.69314718055994530942 / 1200;

    /// <summary>Where players begin, in turns: apart, but so that no low harmonic of three is missing at first.</summary>
    private static readonly double[] FirstPhases = [0.13, 0, 0.71];

    private readonly float[] _dull = new float[Spectrum.Most];
    private readonly float[] _bright = new float[Spectrum.Most];
    private readonly double[] _phases = new double[MostPlayers];
    private readonly double[] _steps = new double[MostPlayers];
    private readonly double[] _stepsBefore = new double[MostPlayers];
    private HeldTone? _tone;
    private double _sampleRate;
    private double _age;
    private double _vibratoPhase;
    private int _harmonics;
    private double _mix;
    private double _level;

    /// <summary>Whether there is a tone.</summary>
    public bool IsOn => _tone is not null;

    /// <summary>How many players there are.</summary>
    public int Players => _tone?.Players.Length ?? 0;

    /// <summary>Where a player stands beside the note itself, -1 to 1.</summary>
    public double PanOf(int player) => Players == 1 ? 0 : _tone!.Width * ((2.0 * player / (Players - 1)) - 1);

    /// <summary>How loud a player is.</summary>
    public double LevelOf(int player) => _tone!.Players[player] == 0 ? 1 : SideLevel;

    /// <summary>Makes it silent.</summary>
    public void Stop() => _tone = null;

    /// <summary>Begins.</summary>
    /// <param name="tone">The tone.</param>
    /// <param name="factor">What its frequency is multiplied by at first.</param>
    /// <param name="sampleRate">Samples a second.</param>
    public void Start(HeldTone tone, double factor, double sampleRate)
    {
        _tone = tone;
        _sampleRate = sampleRate;
        (_age, _vibratoPhase, _mix, _level) = (0, 0, tone.BrightAtFirst, 1);
        double[] bright = tone.Bright ?? tone.Dull;
        double power = 0;
        for (int k = 0; k < tone.Dull.Length; k++)
        {
            double amplitude = tone.Dull[k] + (tone.BrightInTheEnd * (bright[k] - tone.Dull[k]));
            power += amplitude * amplitude / 2;
        }

        double players = tone.Players.Length == 1 ? 1 : 1 + ((tone.Players.Length - 1) * SideLevel * SideLevel);
        double scale = 1 / Math.Sqrt(power * players);
        _harmonics = 0;
        for (int k = 0; k < tone.Dull.Length; k++)
        {
            // Those at the end that nobody hears are left out.
            _harmonics = Math.Max(tone.Dull[k], bright[k]) * scale > InaudibleHarmonic ? k + 1 : _harmonics;

            // Every other pair of harmonics upside down: lower peaks, and the same colour.
            double sign = (k & 2) == 0 ? scale : -scale;
            _dull[k] = (float)(tone.Dull[k] * sign);
            _bright[k] = (float)(bright[k] * sign);
        }

        for (int player = 0; player < tone.Players.Length; player++)
        {
            _phases[player] = tone.Players[player] == 0 ? 0 : FirstPhases[player];
            _steps[player] = tone.Frequency / sampleRate * (1 + (tone.Players[player] * CentsToFactor));
            _stepsBefore[player] = _steps[player] * factor;
        }
    }

    /// <summary>Goes on by some samples: the envelope and the vibrato.</summary>
    /// <param name="length">How many samples.</param>
    /// <param name="factor">What the frequency is multiplied by at their end.</param>
    /// <param name="modulation">How far the modulation wheel is up, 0 to 1.</param>
    /// <returns>What the players have to do until then.</returns>
    public ToneMotion Advance(int length, double factor, double modulation)
    {
        HeldTone tone = _tone!;
        double seconds = length / _sampleRate;
        (double levelBefore, double mixBefore) = (LevelNow(), _mix);
        _age += seconds;
        _mix += Part(seconds, tone.BrightSeconds) * (tone.BrightInTheEnd - _mix);
        _level += Part(seconds, tone.DecaySeconds) * (tone.Sustain - _level);
        _vibratoPhase += tone.VibratoRate * seconds;
        _vibratoPhase -= Math.Floor(_vibratoPhase);
        double depth = (tone.Vibrato * Math.Min(1, _age / Math.Max(1e-3, 2 * tone.VibratoDelay))) + (WheelCents * modulation);
        (double sine, _) = Functions.SineAndCosine(_vibratoPhase);
        double cents = depth * sine * CentsToFactor;
        double vibrato = 1 + cents + (cents * cents / 2);
        return new ToneMotion(length, factor * vibrato, (float)mixBefore, (float)((_mix - mixBefore) / length), levelBefore, LevelNow());

        double LevelNow() => _level * (1 - (tone.Tremolo * (0.5 - (0.5 * Functions.SineAndCosine(_vibratoPhase).Cosine))));
    }

    /// <summary>Writes the block of one player.</summary>
    public void Render(int player, in ToneMotion motion, Span<float> destination, int bits)
    {
        double from = _stepsBefore[player];
        double to = _steps[player] * motion.Factor;
        double bend = (to - from) / (2 * motion.Length); // the step moves evenly from one to the other
        int heard = Math.Min(_harmonics, (int)(Highest / Math.Max(from, to)));
        SeriesMotion series = new((float)_phases[player], (float)from, (float)bend, motion.Mix, motion.MixStep);
        HarmonicSeries.Render(_dull.AsSpan(0, heard), _bright.AsSpan(0, heard), series, destination, bits);
        double phase = _phases[player] + (from * motion.Length) + (bend * motion.Length * motion.Length);
        _phases[player] = phase - Math.Floor(phase);
        _stepsBefore[player] = to;
    }

    private static double Part(double seconds, double timeConstant) => seconds / (seconds + timeConstant);
}

/// <summary>How a tone moves during a block.</summary>
/// <param name="Length">Samples of the block.</param>
/// <param name="Factor">What frequencies are multiplied by at its end.</param>
/// <param name="Mix">How bright it is at first.</param>
/// <param name="MixStep">How much brighter with each sample.</param>
/// <param name="LevelFrom">How loud at first.</param>
/// <param name="LevelTo">How loud at the end.</param>
internal readonly record struct ToneMotion(int Length, double Factor, float Mix, float MixStep, double LevelFrom, double LevelTo);
