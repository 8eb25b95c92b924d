using Tunesmith.Cli.Drawing;

namespace Tunesmith.Cli.Tests.Drawing;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Piano", "Piano")]
    [InlineData("Flöte 피리", "Flöte 피리")]
    [InlineData("\u001b[2Jgone", "?[2Jgone")]
    [InlineData("a\r\nb\tc", "a??b?c")]
    [InlineData("\u202Edrawkcab", "?drawkcab")]
    [InlineData("lead\0\0", "lead")]
    [InlineData("\0", "")]
    public void What_a_file_says_cannot_steer_the_terminal(string text, string shown) => Assert.Equal(shown, PlainText.Of(text));

    [Theory]
    [InlineData("bass", "bass    ")]
    [InlineData("trombone", "trombone")]
    [InlineData("trombones", "tromb...")]
    [InlineData("피리피리피", "피리... ")]
    public void A_text_is_cut_or_filled_to_columns(string text, string fitted) => Assert.Equal(fitted, PlainText.Fit(text, 8));

    [Theory(Timeout = 20_000)]
    [InlineData("x", 5)]
    [InlineData("\u0301", 64)] // a mark that takes no column
    public async Task A_text_without_end_is_cut_at_once(string letter, int kept)
    {
        string text = string.Concat(Enumerable.Repeat(letter, 1_000_000));
        string fitted = await Task.Run(() => PlainText.Fit(text, 8), TestContext.Current.CancellationToken);
        Assert.Equal(text[..kept] + "...", fitted.TrimEnd());
        Assert.Equal(8, PlainText.Columns(fitted));
    }
}
