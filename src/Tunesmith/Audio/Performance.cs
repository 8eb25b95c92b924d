using Tunesmith.Audio.Timelines;
using Tunesmith.Audio.Voices;

namespace Tunesmith.Audio;

/// <summary>Plays a timeline from its start to where the last sound has died away, a few samples at a time.</summary>
internal sealed class Performance
{
    private const int Channels = 16;

    /// <summary>How long sounds may go on after the song is over, in seconds.</summary>
    public const double LongestTail = 6;

    /// <summary>How long the last of them take to fade where that is not enough, in seconds.</summary>
    private const double LastFade = 0.25;

    private readonly SoundEvent[] _events;
    private readonly long _endFrame;
    private readonly long _tailFrame;
    private readonly int _fadeFrames;
    private readonly int _block;
    private readonly ChannelState[] _channels;
    private readonly VoicePool _voices;
    private readonly Room _room;
    private readonly Bus _bus = new();
    private readonly int _sampleRate;
    private int _next;
    private bool _isFading;

    /// <summary>Stands before the first sample.</summary>
    public Performance(Timeline timeline, RenderOptions options)
    {
        _events = timeline.Events;
        _sampleRate = options.SampleRate;
        _endFrame = timeline.EndFrame;
        _tailFrame = _endFrame + (long)(LongestTail * _sampleRate);
        _fadeFrames = (int)(LastFade * _sampleRate);
        _block = Math.Clamp(_sampleRate / 690, 8, Bus.Block); // about 1.5 ms, so that what moves by blocks moves smoothly
        _channels = [.. Enumerable.Range(0, Channels).Select(number => new ChannelState(number, _sampleRate))];
        _voices = new VoicePool(_sampleRate, options.VectorBits);
        _room = new Room(_sampleRate, options.Room);
    }

    /// <summary>The number of the next sample.</summary>
    public long Frame { get; private set; }

    /// <summary>The most voices that have sounded at once.</summary>
    public int MostVoices { get; private set; }

    /// <summary>Plays on.</summary>
    /// <param name="left">Receives the left channel; <see cref="Bus.Block"/> samples.</param>
    /// <param name="right">Receives the right channel, likewise.</param>
    /// <returns>How many samples there are; 0 at the end.</returns>
    public int NextBlock(Span<float> left, Span<float> right)
    {
        while (_next < _events.Length && _events[_next].Frame <= Frame)
        {
            Apply(_events[_next++]);
        }

        long until = _next < _events.Length ? _events[_next].Frame : _tailFrame;
        bool isOver = _next == _events.Length && _voices.Count == 0 && _room.IsQuiet;
        if (isOver || Frame >= until)
        {
            return 0;
        }

        if (!_isFading && _next == _events.Length && Frame >= _tailFrame - _fadeFrames - (2L * _sampleRate))
        {
            _isFading = true;
            _voices.CutEverything(LastFade);
        }

        int length = (int)Math.Min(_block, until - Frame);
        _bus.Clear();
        foreach (ChannelState channel in _channels)
        {
            channel.Advance(length);
        }

        _voices.Render(_bus, length);
        _room.Render(_bus.Room.AsSpan(0, length), _bus.Left, _bus.Right);
        _bus.Left.AsSpan(0, length).CopyTo(left);
        _bus.Right.AsSpan(0, length).CopyTo(right);
        MostVoices = Math.Max(MostVoices, _voices.Count);
        Frame += length;
        return length;
    }

    private void Apply(in SoundEvent happening)
    {
        ChannelState channel = _channels[happening.Channel];
        switch (happening.Kind)
        {
            case SoundEventKind.Press:
                if (!_voices.IsSounding(happening.Channel))
                {
                    channel.Advance(0);
                }

                _voices.Press(happening, channel);
                break;
            case SoundEventKind.Release:
                _voices.Release(happening.Note);
                break;
            case SoundEventKind.Program:
                channel.Choose(happening.First);
                break;
            case SoundEventKind.Bend:
                channel.MoveWheel(happening.First);
                break;
            case SoundEventKind.Control:
                Move(channel, happening);
                break;
            default:
                End();
                break;
        }
    }

    private void Move(ChannelState channel, in SoundEvent control)
    {
        channel.Move(control.First, control.Second);
        switch (control.First)
        {
            case 64 or 121 when !channel.Sustain:
                _voices.PedalUp(control.Channel);
                break;
            case 120:
                _voices.CutAll(control.Channel);
                break;
            case >= 123:
                _voices.ReleaseAll(control.Channel);
                break;
        }
    }

    private void End()
    {
        for (int number = 0; number < Channels; number++)
        {
            _channels[number].LiftPedal();
            _voices.PedalUp(number);
            _voices.ReleaseAll(number);
        }
    }
}
