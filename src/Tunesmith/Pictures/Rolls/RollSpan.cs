namespace Tunesmith.Pictures.Rolls;

/// <summary>
/// A stretch of a piano roll through which time runs evenly: at <c>s</c> seconds a playhead stands at
/// <c>Left + (s - FromSeconds) / (ToSeconds - FromSeconds) * (Right - Left)</c>, from <c>Top</c> to <c>Bottom</c>.
/// </summary>
/// <param name="FromSeconds">The time at its left end, in seconds from the start of the song.</param>
/// <param name="ToSeconds">The time at its right end; later.</param>
/// <param name="Left">Its left end, in units of the view box.</param>
/// <param name="Right">Its right end.</param>
/// <param name="Top">The top of the line that it is in.</param>
/// <param name="Bottom">The bottom of that line.</param>
public readonly record struct RollSpan(double FromSeconds, double ToSeconds, double Left, double Right, double Top, double Bottom);

/// <summary>Where a playhead stands.</summary>
/// <param name="X">From the left, in units of the view box.</param>
/// <param name="Top">The top of the line that it is in.</param>
/// <param name="Bottom">The bottom of that line.</param>
public readonly record struct RollPlace(double X, double Top, double Bottom);
