using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Tunesmith.Pictures;

namespace Tunesmith.Tests.Pictures;

public sealed class SvgWriterTests
{
    [Fact]
    public void Elements_nest_a_line_each_and_numbers_are_short()
    {
        SvgWriter svg = new();
        svg.Open("g", ("class", "a"));
        svg.Empty("rect", ("x", 1.0 / 3), ("y", 2));
        svg.Text("text", "a < b", ("x", -0.001));
        svg.Close();

        Assert.Equal("<g class=\"a\">\n  <rect x=\"0.33\" y=\"2\"/>\n  <text x=\"0\">a &lt; b</text>\n</g>\n", svg.ToString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.004, "0")]
    [InlineData(0.005, "0.01")]
    [InlineData(12.3456, "12.35")]
    [InlineData(-7.1, "-7.1")]
    [InlineData(123456789012, "123456789012")]
    public void A_number_has_two_decimals_at_most_and_no_exponent(double number, string written)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal(written, SvgWriter.Number(number));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_no_place_is_refused(double number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SvgWriter.Number(number));

    [Fact]
    public void An_element_left_open_is_an_error() => Assert.Throws<InvalidOperationException>(() => new SvgWriter().Open("g").ToString());

    [Fact]
    public void Any_text_makes_well_formed_XML_and_comes_back()
    {
        Gen.Char.Array[0, 40].Select(signs => new string(signs)).Sample(text =>
        {
            string written = new SvgWriter().Text("text", text, ("title", text)).ToString();
            XElement read = XElement.Parse(written, LoadOptions.PreserveWhitespace);
            Assert.Equal(PictureText.Clean(text), read.Value);
        });
    }

    [Theory]
    [InlineData("</text><script>alert('x')</script>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("]]> & &amp; <!-- -->")]
    public void A_hostile_text_stays_a_text(string text)
    {
        XElement read = XElement.Parse(new SvgWriter().Text("text", text, ("title", text)).ToString());

        Assert.Equal((text, text), (read.Value, read.Attribute("title")!.Value));
        Assert.Empty(read.Elements());
        Assert.Single(read.Attributes());
    }
}
