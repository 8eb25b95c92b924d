namespace Tunesmith.Music;

/// <summary>Where a tick or a step stands in its bar.</summary>
/// <param name="Offset">Ticks or steps since the bar line; 0 to <paramref name="Length"/> - 1.</param>
/// <param name="Length">The length of the bar in the same unit; at least 1.</param>
public readonly record struct BarPosition(int Offset, int Length);
