using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Voices;

/// <summary>How a note fades in, is let go, and is cut off where it must be: never at once, for that would click.</summary>
internal sealed class Fade
{
    private double _sampleRate;
    private double _attack;
    private double _releaseStep;
    private double _age;
    private double _release;
    private double _cut;
    private double _cutStep;

    /// <summary>Whether the key has been let go.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Whether the note is being cut off.</summary>
    public bool IsCut => _cutStep > 0;

    /// <summary>Whether nothing is left.</summary>
    public bool IsOver => _cut <= 0 || _release < 1e-5;

    /// <summary>How loud it is now, 0 to 1.</summary>
    public double Level => Math.Min(1, _age / _attack) * _release * Math.Max(0, _cut);

    /// <summary>Begins.</summary>
    /// <param name="timbre">How long it takes to fade in, and to fade out.</param>
    /// <param name="sampleRate">Samples a second.</param>
    public void Start(Timbre timbre, double sampleRate)
    {
        _sampleRate = sampleRate;
        _attack = Math.Max(1, timbre.Attack * sampleRate);
        _releaseStep = Decibels.Sixty / (timbre.Release * sampleRate);
        (_age, _release, _cut, _cutStep) = (0, 1, 1, 0);
        IsReleased = false;
    }

    /// <summary>Lets the note go.</summary>
    public void Release() => IsReleased = true;

    /// <summary>Lets it go more slowly or quickly than it would by itself.</summary>
    /// <param name="seconds">How long it takes to fade by 60 dB.</param>
    public void Release(double seconds)
    {
        IsReleased = true;
        _releaseStep = Decibels.Sixty / (seconds * _sampleRate);
    }

    /// <summary>Cuts it off.</summary>
    /// <param name="seconds">How long that takes.</param>
    public void Cut(double seconds) => _cutStep = Math.Max(_cutStep, 1 / (seconds * _sampleRate));

    /// <summary>Goes on by some samples.</summary>
    public void Advance(int length)
    {
        _age += length;
        _cut -= length * _cutStep;
        if (IsReleased)
        {
            _release *= Functions.Exp(-length * _releaseStep);
        }
    }
}
