using Tunesmith.Report.Html;

namespace Tunesmith.Tests.Report.Html;

/// <summary>HTML as it is put together.</summary>
public sealed class HtmlWriterTests
{
    [Fact]
    public void An_element_left_open_is_found()
    {
        HtmlWriter html = new();
        html.Open("p").Text("a < b");
        Assert.Throws<InvalidOperationException>(html.ToString);
        Assert.Equal("<p>a &lt; b</p>\n", html.Close().ToString());
    }
}
