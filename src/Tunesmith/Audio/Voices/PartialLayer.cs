using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;
using Tunesmith.Compute.Synthesis;

namespace Tunesmith.Audio.Voices;

/// <summary>The partials of one note, in tune with its channel, until they have died away.</summary>
internal sealed class PartialLayer
{
    /// <summary>Partials above this part of the sample rate are left out.</summary>
    private const double Highest = 0.45;

    /// <summary>A change of pitch below this part (0.03 cents) is not worth tuning anew.</summary>
    private const double SmallestTurn = 2e-5;

    /// <summary>How many blocks pass from one look at what has died away to the next.</summary>
    private const int BlocksBetweenLooks = 8;

    private readonly PartialBank _bank = new();
    private readonly double[] _frequencies = new double[PartialBank.Most];
    private readonly double[] _decays = new double[PartialBank.Most];
    private double _factor;
    private float _inaudible;
    private int _blocks;

    /// <summary>Whether any partial is still to be heard.</summary>
    public bool IsOn => _bank.Count > 0;

    /// <summary>Makes it silent.</summary>
    public void Stop() => _bank.Count = 0;

    /// <summary>Begins.</summary>
    /// <param name="partials">The partials, longest first.</param>
    /// <param name="scale">What amplitudes are multiplied by.</param>
    /// <param name="factor">What frequencies are multiplied by at first.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="inaudible">The amplitude, before scaling, below which a partial is not heard.</param>
    public void Start(IReadOnlyList<Partial> partials, double scale, double factor, double sampleRate, double inaudible)
    {
        Stop();
        _factor = factor;
        _inaudible = (float)(inaudible * inaudible);
        _blocks = 0;
        for (int index = 0; index < partials.Count && _bank.Count < PartialBank.Most; index++)
        {
            Partial partial = partials[index];
            double frequency = partial.Frequency / sampleRate;
            if (frequency * factor < Highest)
            {
                int place = _bank.Count;
                _frequencies[place] = frequency;
                _decays[place] = Functions.Exp(-Decibels.Sixty / (partial.Seconds * sampleRate));
                double phase = partial.Phase ?? (index * Partial.GoldenSection);
                _bank.Add(frequency * factor, _decays[place], partial.Amplitude * scale, phase);
            }
        }
    }

    /// <summary>Writes a block, and goes on.</summary>
    /// <param name="destination">Receives a block.</param>
    /// <param name="length">How many samples to go on by.</param>
    /// <param name="factor">What frequencies are multiplied by.</param>
    /// <param name="bits">The vector width to use.</param>
    public void Render(Span<float> destination, int length, double factor, int bits)
    {
        if (Math.Abs(factor - _factor) > SmallestTurn * _factor)
        {
            _factor = factor;
            for (int index = 0; index < _bank.Count; index++)
            {
                bool isHeard = _frequencies[index] * factor < Highest;
                _bank.Tune(index, isHeard ? _frequencies[index] * factor : Highest, isHeard ? _decays[index] : 0.99);
            }
        }

        _bank.Render(destination, length, bits);
        if (++_blocks % BlocksBetweenLooks == 0)
        {
            while (_bank.Count > 0 && _bank.PowerOf(_bank.Count - 1) < _inaudible)
            {
                _bank.Count--;
            }
        }
    }
}
