namespace Tunesmith.Music;

/// <summary>From when a meter holds.</summary>
/// <param name="Tick">
/// The first tick of the meter. A song that begins with an upbeat may have its first bar begin at a tick below 0, so that the upbeat
/// stands at the end of a bar.
/// </param>
/// <param name="Meter">The time signature.</param>
/// <param name="Track">The track that says so, counted from 0: among events of one tick, those of earlier tracks come first.</param>
/// <param name="KeysBefore">
/// How many key events of its track come before it in the file. A number that does not fit the tick is put right by writing.
/// </param>
public readonly record struct MeterChange(long Tick, Meter Meter, int Track = 0, int KeysBefore = 0);
