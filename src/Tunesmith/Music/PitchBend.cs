namespace Tunesmith.Music;

/// <summary>The pitch wheel moving.</summary>
/// <param name="Tick">From when, in ticks from the start.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
/// <param name="Bend">Where it moves to, -8192 to 8191; 0 is the middle, and what the ends mean is up to controllers.</param>
/// <param name="KeysBefore">How many of its track's keys it comes after, as for <see cref="ControlChange"/>.</param>
public readonly record struct PitchBend(long Tick, int Channel, int Bend, int KeysBefore = 0);
