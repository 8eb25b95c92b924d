namespace Tunesmith.Audio;

/// <summary>How long and how loud a rendered song is.</summary>
/// <param name="Frames">Samples in each channel.</param>
/// <param name="Seconds">The length, with what dies away after the song.</param>
/// <param name="Loudness">How loud it is, in LUFS (<see cref="LoudnessMeter"/>); negative infinity for silence.</param>
/// <param name="Peak">The loudest sample in dBFS; at most -1; negative infinity for silence.</param>
/// <param name="Gain">By how much the whole was made louder, in dB.</param>
/// <param name="Limiting">By how much the limiter took back the loudest moment, in dB; 0 or more.</param>
/// <param name="Voices">The most notes that sounded at once.</param>
public readonly record struct SoundReport(
    long Frames, double Seconds, double Loudness, double Peak, double Gain, double Limiting, int Voices);
