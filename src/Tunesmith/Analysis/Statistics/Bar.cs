namespace Tunesmith.Analysis.Statistics;

/// <summary>A bar of a song, in ticks.</summary>
/// <param name="Number">Its number; 0 for the one that tick 0 is in.</param>
/// <param name="Start">The tick of its bar line; below 0 where the song begins with an upbeat.</param>
/// <param name="End">The first tick after it: the next bar line, which a change of meter may bring early.</param>
/// <param name="Length">How long its meter makes it, in ticks.</param>
/// <param name="Offset">The ticks from the bar line to the tick that was asked for.</param>
internal readonly record struct Bar(long Number, long Start, long End, long Length, long Offset)
{
    /// <summary>Whether it is as long as its meter makes it: no upbeat, and not cut short.</summary>
    public bool IsWhole => Start >= 0 && End - Start == Length;
}
