namespace Tunesmith.Music;

/// <summary>A choice of instrument.</summary>
/// <param name="Tick">From when, in ticks from the start.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
/// <param name="Program">The General MIDI program, 0 to 127; 0 is the grand piano.</param>
public readonly record struct ProgramChange(long Tick, int Channel, int Program);
