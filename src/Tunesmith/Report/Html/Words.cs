using System.Globalization;
using static System.FormattableString;

namespace Tunesmith.Report.Html;

/// <summary>Numbers as the page writes them.</summary>
internal static class Words
{
    /// <summary>A number of things, such as <c>1 song</c> or <c>3,000 songs</c>.</summary>
    public static string Count(long number, string thing) => Invariant($"{number:N0} {thing}{(number == 1 ? "" : "s")}");

    /// <summary>A share, 0 to 1, in per cent; a dash where there is none.</summary>
    public static string Share(double? share) => share is { } value ? Invariant($"{100 * value:0} %") : "–";

    /// <summary>A number in a table; a dash where there is none.</summary>
    public static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Minutes and seconds, such as <c>0:41</c>; with hours where there are any.</summary>
    /// <param name="seconds">0 or more, finite.</param>
    public static string Clock(double seconds)
    {
        long whole = (long)Math.Min(seconds, 1e12);
        return whole < 3600
            ? Invariant($"{whole / 60}:{whole % 60:00}")
            : Invariant($"{whole / 3600:N0}:{whole / 60 % 60:00}:{whole % 60:00}");
    }
}
