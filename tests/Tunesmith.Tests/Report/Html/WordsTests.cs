using Tunesmith.Report.Html;

namespace Tunesmith.Tests.Report.Html;

/// <summary>Numbers as a page writes them.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.99, "0:59")]
    [InlineData(61, "1:01")]
    [InlineData(3600, "1:00:00")]
    public void A_clock_shows_whole_seconds(double seconds, string clock) => Assert.Equal(clock, Words.Clock(seconds));
}
