using System.Globalization;

namespace Tunesmith.Encoding;

/// <summary>A song has more steps than a grid may have. It is thrown before the grid is made, so that it costs no memory.</summary>
public sealed class SongTooLongException : Exception
{
    /// <summary>Says that a song is too long.</summary>
    /// <param name="steps">How many steps the song has.</param>
    /// <param name="limit">How many it may have.</param>
    public SongTooLongException(long steps, long limit)
        : base(string.Create(CultureInfo.InvariantCulture, $"too long: {steps:N0} steps, where at most {limit:N0} are heard"))
    {
        Steps = steps;
        Limit = limit;
    }

    /// <summary>How many steps the song has.</summary>
    public long Steps { get; }

    /// <summary>How many it may have.</summary>
    public long Limit { get; }
}
