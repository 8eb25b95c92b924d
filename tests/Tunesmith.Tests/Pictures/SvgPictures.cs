using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Tunesmith.Pictures;

namespace Tunesmith.Tests.Pictures;

/// <summary>Reads pictures back, as any reader of XML would, and holds them to what all of them promise.</summary>
internal static partial class SvgPictures
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The document; it is well-formed.</summary>
    public static XElement Parse(Picture picture)
    {
        using XmlReader reader = XmlReader.Create(
            new StringReader(picture.Svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader).Root!;
    }

    /// <summary>The texts that are drawn.</summary>
    public static IReadOnlyList<string> Texts(XElement svg) => [.. svg.Descendants(Svg + "text").Select(text => text.Value)];

    /// <summary>A number of an element.</summary>
    public static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The elements of a class.</summary>
    public static IEnumerable<XElement> OfClass(XElement svg, string name) => svg.Descendants()
        .Where(element => (element.Attribute("class")?.Value ?? "").Split(' ').Contains(name));

    /// <summary>The box that a text may take, by the estimate that places it.</summary>
    public static (double Left, double Top, double Right, double Bottom) BoxOf(XElement text)
    {
        string style = text.Attribute("class")?.Value ?? "";
        double size = style.Contains("ts-title", StringComparison.Ordinal) ? 16
            : style.Contains("ts-name", StringComparison.Ordinal) ? 9
            : 10;
        double width = PictureText.Width(text.Value, size);
        string anchor = style switch
        {
            _ when text.Attribute("text-anchor") is { } own => own.Value,
            "ts-middle" => "middle",
            "ts-name" or "ts-end" => "end",
            _ => "start",
        };
        double x = Number(text, "x") - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0);
        return (x, Number(text, "y") - (0.72 * size), x + width, Number(text, "y"));
    }

    /// <summary>Holds a picture to all that every picture promises.</summary>
    public static XElement AssertSound(Picture picture, string id = "picture")
    {
        XElement svg = Parse(picture);
        Assert.Equal(Svg + "svg", svg.Name);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal($"{id}-title {id}-desc", svg.Attribute("aria-labelledby")!.Value);
        Assert.NotEmpty(svg.Element(Svg + "title")!.Value);
        Assert.NotEmpty(svg.Element(Svg + "desc")!.Value);
        string[] ids = [.. svg.DescendantsAndSelf().Select(element => element.Attribute("id")?.Value).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, name => Assert.True(name == id || name.StartsWith(id + "-", StringComparison.Ordinal), name));
        Assert.DoesNotContain("\r", picture.Svg, StringComparison.Ordinal);
        AssertInside(svg, picture);
        AssertTextsApart(svg);
        AssertStyled(svg, id);
        return svg;
    }

    /// <summary>Every number that places something lies within the view box.</summary>
    private static void AssertInside(XElement svg, Picture picture)
    {
        Assert.Equal(
            $"0 0 {SvgWriter.Number(picture.Width)} {SvgWriter.Number(picture.Height)}", svg.Attribute("viewBox")!.Value);
        foreach (XElement rectangle in svg.Elements().Where(element => element.Name != Svg + "defs")
            .SelectMany(element => element.DescendantsAndSelf(Svg + "rect")).Where(rectangle => rectangle.Attribute("x") is not null))
        {
            Assert.InRange(Number(rectangle, "x"), 0, picture.Width);
            Assert.InRange(Number(rectangle, "x") + Number(rectangle, "width"), 0, picture.Width + 0.02);
            Assert.InRange(Number(rectangle, "y"), 0, picture.Height);
            Assert.InRange(Number(rectangle, "y") + Number(rectangle, "height"), 0, picture.Height + 0.02);
            Assert.True(Number(rectangle, "width") > 0 && Number(rectangle, "height") > 0);
        }

        foreach (XElement path in svg.Elements(Svg + "path").Concat(svg.Elements(Svg + "g").Elements(Svg + "path")))
        {
            foreach (Match move in Move().Matches(path.Attribute("d")!.Value))
            {
                Assert.InRange(double.Parse(move.Groups[1].Value, CultureInfo.InvariantCulture), 0, picture.Width);
                Assert.InRange(double.Parse(move.Groups[2].Value, CultureInfo.InvariantCulture), 0, picture.Height);
            }
        }

        foreach (XElement text in svg.Descendants(Svg + "text"))
        {
            (double left, double top, double right, double bottom) = BoxOf(text);
            Assert.True(
                left >= -0.5 && top >= 0 && right <= picture.Width + 0.5 && bottom <= picture.Height,
                $"\"{text.Value}\" is at {left} to {right}, {bottom}");
        }
    }

    private static void AssertTextsApart(XElement svg)
    {
        (XElement Text, (double Left, double Top, double Right, double Bottom) Box)[] boxes =
            [.. svg.Descendants(Svg + "text").Select(text => (text, BoxOf(text))).OrderBy(text => text.Item2.Top)];
        for (int first = 0; first < boxes.Length; first++)
        {
            for (int second = first + 1; second < boxes.Length && boxes[second].Box.Top < boxes[first].Box.Bottom - 0.01; second++)
            {
                bool isApart = boxes[first].Box.Right <= boxes[second].Box.Left + 0.01
                    || boxes[second].Box.Right <= boxes[first].Box.Left + 0.01;
                Assert.True(isApart, $"\"{boxes[first].Text.Value}\" and \"{boxes[second].Text.Value}\" overlap");
            }
        }
    }

    /// <summary>Every class that is used has a rule, and every rule belongs to the picture alone.</summary>
    private static void AssertStyled(XElement svg, string id)
    {
        string style = svg.Element(Svg + "style")!.Value;
        foreach (string line in style.Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('@') && line != "}"))
        {
            Assert.StartsWith($"#{id} ", line, StringComparison.Ordinal);
            Assert.All(line.Split('{')[0].Split(','), selector => Assert.StartsWith($"#{id} ", selector, StringComparison.Ordinal));
        }

        string[] used =
        [
            .. svg.Descendants().SelectMany(element => (element.Attribute("class")?.Value ?? "").Split(' '))
                .Where(name => name.Length > 0).Distinct(),
        ];
        Assert.All(used, name => Assert.Matches($@"\.{name}[,{{]", style));
        Assert.All(used, name => Assert.StartsWith("ts-", name, StringComparison.Ordinal));
        Assert.DoesNotContain("url(http", style, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"M(-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Move();
}
