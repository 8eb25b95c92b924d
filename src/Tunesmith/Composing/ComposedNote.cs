using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>A note of a song that is being composed. Places and times are those of the file that the song would be written to.</summary>
/// <param name="Pitch">The pitch.</param>
/// <param name="Onset">The step at which it is struck, from 0 at the beginning of the song.</param>
/// <param name="Length">How many steps it lasts; 1 or more.</param>
/// <param name="Bar">The bar in which it is struck, from 1; an upbeat is bar 1.</param>
/// <param name="Beat">The beat of its bar at which it is struck, from 1; 2.5 is half a beat after the second.</param>
/// <param name="Seconds">When it is struck, in seconds from the beginning of the song.</param>
/// <param name="SecondsLong">How many seconds it lasts.</param>
public readonly record struct ComposedNote(Pitch Pitch, int Onset, int Length, int Bar, double Beat, double Seconds, double SecondsLong)
{
    /// <summary>When it is struck, from the beginning of the song: <see cref="Seconds"/> to the nearest tenth of a microsecond.</summary>
    public TimeSpan Start => TimeSpan.FromSeconds(Seconds);

    /// <summary>How long it lasts: <see cref="SecondsLong"/> to the nearest tenth of a microsecond.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(SecondsLong);
}
