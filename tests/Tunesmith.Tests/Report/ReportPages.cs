using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Tunesmith.Analysis;
using Tunesmith.Music;
using Tunesmith.Report;

namespace Tunesmith.Tests.Report;

/// <summary>Pages for tests, and a reader that takes them apart as any reader of XML would.</summary>
internal static partial class ReportPages
{
    /// <summary>A tune of quarter notes, half a second each.</summary>
    public static Score Tune(int quarters = 8) =>
        new(4, [ScoreTrack.FromNotes(Enumerable.Range(0, quarters).Select(Beat))]);

    /// <summary>A tune as a page shows it.</summary>
    public static ReportTune Shown(string title = "A tune", int quarters = 8) => new()
    {
        Title = title,
        Score = Tune(quarters),
        FileName = "tune",
        ComposedFrom = 16,
        BegunWith = "the first bar of another",
        Form = new RecurringBars(1, 4),
        UsualForm = 0.5,
        Command = "tunesmith compose a.safetensors --seed 1",
    };

    /// <summary>The page as a document; it is well-formed, and its ids differ.</summary>
    public static XElement Read(ReportPage page) => Read(page.ToBytes(TestContext.Current.CancellationToken));

    /// <summary>The page as a document.</summary>
    public static XElement Read(byte[] page)
    {
        string text = System.Text.Encoding.UTF8.GetString(page);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", text, StringComparison.Ordinal);
        string markup = Script().Replace(text["<!DOCTYPE html>\n".Length..], "<script></script>");
        using XmlReader reader = XmlReader.Create(
            new StringReader(markup), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        XElement root = XDocument.Load(reader).Root!;
        string[] ids = [.. root.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(
            root.Descendants().Select(element => (string?)element.Attribute("href")).OfType<string>().Where(link => link.StartsWith('#')),
            link => Assert.Contains(link[1..], ids));
        return root;
    }

    /// <summary>The elements of a name that have a class.</summary>
    public static IEnumerable<XElement> OfClass(XElement root, string name, string style) =>
        root.Descendants(name).Where(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(style));

    /// <summary>The bytes of a data URI.</summary>
    public static byte[] Data(string uri, string type)
    {
        Assert.StartsWith($"data:{type};base64,", uri, StringComparison.Ordinal);
        return Convert.FromBase64String(uri[(uri.IndexOf(',', StringComparison.Ordinal) + 1)..]);
    }

    private static Note Beat(int beat) => new(4 * beat, 3, new Pitch(60 + (beat % 12)), 90, 0);

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
