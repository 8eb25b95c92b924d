using Tunesmith.Audio.Timbres;
using Tunesmith.Audio.Timelines;
using Tunesmith.Compute;
using Tunesmith.Compute.Synthesis;

namespace Tunesmith.Audio.Voices;

/// <summary>One note while it sounds: the layers of its timbre, faded in and out, in its channel's place, loudness and pitch.</summary>
internal sealed class Voice
{
    private const double SilentAmplitude = 2e-5;

    private readonly PartialLayer _partials = new();
    private readonly ToneLayer _tone = new();
    private readonly NoiseLayer _noise = new();
    private readonly Fade _fade = new();
    private readonly Placement[] _placements = [new(), new(), new()];
    private readonly float[] _samples = new float[Bus.Block];
    private Timbre _timbre = null!;
    private ChannelState _channel = null!;
    private double _sampleRate;
    private double _glide;
    private double _gain;

    /// <summary>The MIDI channel it belongs to.</summary>
    public int Channel { get; private set; }

    /// <summary>Its key.</summary>
    public int Key { get; private set; }

    /// <summary>The number of its note.</summary>
    public int Note { get; private set; }

    /// <summary>The sample at which it began.</summary>
    public long Begun { get; private set; }

    /// <summary>Whether the pedal holds it although its key is up.</summary>
    public bool IsPedalled { get; private set; }

    /// <summary>Whether its key has been let go and no pedal holds it, or it is being cut off.</summary>
    public bool IsLeaving => _fade.IsReleased || _fade.IsCut;

    /// <summary>Whether it is being cut off.</summary>
    public bool IsCut => _fade.IsCut;

    /// <summary>What it sounds like.</summary>
    public Timbre Timbre => _timbre;

    /// <summary>Whether it still sounds.</summary>
    public bool IsOn => !_fade.IsOver && (_partials.IsOn || _tone.IsOn || _noise.IsOn);

    /// <summary>Begins.</summary>
    public void Start(in SoundEvent press, Timbre timbre, ChannelState channel, double sampleRate)
    {
        (_timbre, _channel, _sampleRate) = (timbre, channel, sampleRate);
        (Channel, Key, Note, Begun, IsPedalled) = (press.Channel, press.First, press.Note, press.Frame, false);
        _glide = timbre.Glide;
        _gain = timbre.Level * channel.Gain;
        _fade.Start(timbre, sampleRate);
        double factor = Factor();
        double scale = timbre.Tone is null ? ScaleOf(timbre.Partials) : 1;
        _partials.Start(timbre.Partials, scale, factor, sampleRate, SilentAmplitude / Math.Max(timbre.Level, SilentAmplitude));
        _tone.Stop();
        if (timbre.Tone is { } tone)
        {
            _tone.Start(tone, factor, sampleRate);
        }

        _noise.Stop();
        if (timbre.Noise is { } noise)
        {
            _noise.Start(noise, sampleRate, (uint)press.Note + 1);
        }

        for (int player = 0; player < _placements.Length; player++)
        {
            _placements[player].Jump(PanOf(player));
        }
    }

    /// <summary>The key goes up.</summary>
    public void KeyUp()
    {
        if (_timbre.RingsOn)
        {
            return;
        }

        IsPedalled = _channel.Sustain;
        if (!IsPedalled)
        {
            _fade.Release();
        }
    }

    /// <summary>The pedal goes up.</summary>
    public void PedalUp()
    {
        if (IsPedalled)
        {
            IsPedalled = false;
            _fade.Release();
        }
    }

    /// <summary>Lets go, whatever holds it.</summary>
    /// <param name="seconds">How long it takes to fade by 60 dB.</param>
    public void Release(double seconds)
    {
        IsPedalled = false;
        _fade.Release(seconds);
    }

    /// <summary>Cuts off.</summary>
    /// <param name="seconds">How long that takes.</param>
    public void Cut(double seconds) => _fade.Cut(seconds);

    /// <summary>Adds the next samples to the bus.</summary>
    /// <param name="bus">Where.</param>
    /// <param name="length">How many.</param>
    /// <param name="bits">The vector width to use.</param>
    public void Render(Bus bus, int length, int bits)
    {
        double from = _gain * _fade.Level;
        _fade.Advance(length);
        _gain = _timbre.Level * _channel.Gain;
        double to = _gain * _fade.Level;
        if (_glide != 0)
        {
            _glide *= Functions.Exp(-length / (_timbre.GlideSeconds * _sampleRate));
            _glide = Math.Abs(_glide) < 1e-3 ? 0 : _glide;
        }

        double factor = Factor();
        for (int player = 0; player < Math.Max(1, _tone.Players); player++)
        {
            _placements[player].Move(PanOf(player));
        }

        if (_partials.IsOn)
        {
            _partials.Render(_samples, length, factor, bits);
            Add(bus, from, to, length, _placements[_tone.Players / 2], bits);
        }

        if (_tone.IsOn)
        {
            ToneMotion motion = _tone.Advance(length, factor, _channel.Modulation);
            for (int player = 0; player < _tone.Players; player++)
            {
                _tone.Render(player, motion, _samples, bits);
                double level = _tone.LevelOf(player);
                Add(bus, from * motion.LevelFrom * level, to * motion.LevelTo * level, length, _placements[player], bits);
            }
        }

        if (_noise.IsOn)
        {
            (double noiseFrom, double noiseTo) = _noise.Render(_samples, length);
            Add(bus, from * noiseFrom, to * noiseTo, length, _placements[_tone.Players / 2], bits);
        }

        foreach (Placement placement in _placements)
        {
            placement.Arrive();
        }
    }

    private static double ScaleOf(IReadOnlyList<Partial> partials)
    {
        double power = 0;
        foreach (Partial partial in partials)
        {
            power += partial.Amplitude * partial.Amplitude / 2;
        }

        return power > 0 ? 1 / Math.Sqrt(power) : 0;
    }

    private void Add(Bus bus, double from, double to, int length, Placement placement, int bits)
    {
        double room = _timbre.Room * _channel.Room;
        StereoMix.Add(
            _samples,
            bus.Left,
            bus.Right,
            bus.Room,
            GainRamp.Between((float)(from * placement.LeftBefore), (float)(to * placement.Left), length),
            GainRamp.Between((float)(from * placement.RightBefore), (float)(to * placement.Right), length),
            GainRamp.Between((float)(from * room), (float)(to * room), length),
            bits);
    }

    private double PanOf(int player) =>
        Math.Clamp(_channel.Pan + _timbre.Pan + (player < _tone.Players ? _tone.PanOf(player) : 0), -1, 1);

    /// <summary>What frequencies are multiplied by now. The wheel does not bend drums.</summary>
    private double Factor()
    {
        double factor = _channel.IsDrums ? 1 : _channel.PitchFactor;
        return _glide == 0 ? factor : factor * Functions.Power(2, _glide / 12);
    }
}
