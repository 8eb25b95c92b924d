using System.Globalization;

namespace Tunesmith.Cli.Drawing;

/// <summary>Spans of time in words short enough for a line of progress.</summary>
internal static class Durations
{
    /// <summary>Two units at most, rounded up to whole seconds: <c>4 s</c>, <c>2 min 05 s</c>, <c>1 h 03 min</c>.</summary>
    public static string InWords(TimeSpan duration)
    {
        long seconds = (long)Math.Ceiling(duration.TotalSeconds);
        return seconds switch
        {
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds / 60 % 60:00} min"),
        };
    }
}
