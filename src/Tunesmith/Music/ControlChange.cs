namespace Tunesmith.Music;

/// <summary>A controller moving: volume, pan, the pedal and the like.</summary>
/// <param name="Tick">From when, in ticks from the start.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
/// <param name="Controller">Which, 0 to 127; 7 is the volume, 10 the pan, 64 the sustain pedal.</param>
/// <param name="Value">Where it moves to, 0 to 127.</param>
/// <param name="KeysBefore">
/// How many of its track's keys it comes after: at one tick a pedal that goes down after a key is let go does not hold it. A
/// <see cref="ScoreTrack"/> brings the number within the keys of the tick, so that 0 means before them all.
/// </param>
public readonly record struct ControlChange(long Tick, int Channel, int Controller, int Value, int KeysBefore = 0);
