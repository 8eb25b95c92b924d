using Tunesmith.Compute;
using Tunesmith.Music;

namespace Tunesmith.Audio.Voices;

/// <summary>What controllers and the pitch wheel have set of a channel, and the way there: nothing jumps that would click.</summary>
internal sealed class ChannelState(int number, double sampleRate)
{
    /// <summary>How long volume, pan and pitch take to move, in seconds: a time constant.</summary>
    private const double Smoothing = 0.004;

    private readonly double _smoothing = Smoothing * sampleRate;
    private int _volume = 100;
    private int _pan = 64;
    private int _expression = 127;
    private int _modulation;
    private int _bank;
    private int _reverb = 40;
    private int _parameterHigh = 127;
    private int _parameterLow = 127;
    private bool _isRegistered;
    private int _rangeSemitones = 2;
    private int _rangeCents;
    private int _bend;
    private double _bendNow;

    /// <summary>The instrument, 0 to 127.</summary>
    public int Program { get; private set; }

    /// <summary>Whether it plays drums: channel 10 (here 9), and any whose bank 120 or 127 says so.</summary>
    public bool IsDrums { get; private set; } = number == GeneralMidi.DrumChannel;

    /// <summary>Whether the sustain pedal is down: 64 or more.</summary>
    public bool Sustain { get; private set; }

    /// <summary>How loud it is now: <c>(volume / 127)^2 (expression / 127)^2</c>.</summary>
    public double Gain { get; private set; } = Square(100);

    /// <summary>Where it stands now: -1 on the left, 1 on the right.</summary>
    public double Pan { get; private set; }

    /// <summary>What frequencies are multiplied by now: <c>2^(bend / 8192 * range / 12)</c>.</summary>
    public double PitchFactor { get; private set; } = 1;

    /// <summary>How far the modulation wheel is up, 0 to 1.</summary>
    public double Modulation => _modulation / 127.0;

    /// <summary>How much of it the room hears; 1 where nothing is said.</summary>
    public double Room => _reverb / 40.0;

    /// <summary>Whether data entry is for the range of the pitch wheel.</summary>
    private bool IsBendRange => _isRegistered && _parameterHigh == 0 && _parameterLow == 0;

    /// <summary>Chooses an instrument.</summary>
    public void Choose(int program)
    {
        Program = program;
        IsDrums = number == GeneralMidi.DrumChannel || _bank is 120 or 127;
    }

    /// <summary>Moves the pitch wheel.</summary>
    public void MoveWheel(int bend) => _bend = bend;

    /// <summary>Moves a controller that means something to the channel alone; others are passed over.</summary>
    public void Move(int controller, int value)
    {
        switch (controller)
        {
            case 0:
                _bank = value;
                break;
            case 1:
                _modulation = value;
                break;
            case 6 when IsBendRange:
                _rangeSemitones = value;
                break;
            case 38 when IsBendRange:
                _rangeCents = value;
                break;
            case 7:
                _volume = value;
                break;
            case 10:
                _pan = value;
                break;
            case 11:
                _expression = value;
                break;
            case 64:
                Sustain = value >= 64;
                break;
            case 91:
                _reverb = value;
                break;
            case 98 or 99:
                _isRegistered = false;
                break;
            case 100:
                (_parameterLow, _isRegistered) = (value, true);
                break;
            case 101:
                (_parameterHigh, _isRegistered) = (value, true);
                break;
            case 121:
                Reset();
                break;
        }
    }

    /// <summary>Lets the pedal up.</summary>
    public void LiftPedal() => Sustain = false;

    /// <summary>Goes on by some samples towards what has been set.</summary>
    /// <param name="length">How many; 0 arrives at once, as where nothing sounds that could click.</param>
    public void Advance(int length)
    {
        double part = length == 0 ? 1 : length / (length + _smoothing);
        Gain += part * ((Square(_volume) * Square(_expression)) - Gain);
        double pan = Math.Clamp((_pan - 64) / 63.0, -1, 1);
        Pan = Math.Abs(pan - Pan) < 1e-3 ? pan : Pan + (part * (pan - Pan));
        double bend = _bend / 8192.0 * Math.Min(48, _rangeSemitones + (_rangeCents / 100.0));
        if (bend != _bendNow)
        {
            _bendNow = Math.Abs(bend - _bendNow) < 1e-4 ? bend : _bendNow + (part * (bend - _bendNow));
            PitchFactor = Functions.Power(2, _bendNow / 12);
        }
    }

    /// <summary>What controller 121 sets back: not the volume, pan, program and bank.</summary>
    private void Reset()
    {
        (_expression, _modulation, _bend) = (127, 0, 0);
        (_parameterHigh, _parameterLow, _isRegistered) = (127, 127, false);
        Sustain = false;
    }

    private static double Square(int value) => value * value / (127.0 * 127.0);
}
