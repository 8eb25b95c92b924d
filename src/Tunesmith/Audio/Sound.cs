namespace Tunesmith.Audio;

/// <summary>A song made sound, in memory.</summary>
/// <param name="Samples">The samples, channel beside channel: left, right, left, right. Full scale is 1.</param>
/// <param name="SampleRate">Samples a second in each channel.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Report">How long and how loud it is.</param>
public sealed record Sound(float[] Samples, int SampleRate, int Channels, SoundReport Report);
