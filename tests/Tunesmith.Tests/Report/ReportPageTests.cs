using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Tunesmith.Pictures;
using Tunesmith.Report;
using Tunesmith.Report.Html;
using Tunesmith.Tests.Corpus;

namespace Tunesmith.Tests.Report;

/// <summary>The page as a whole: its form, its size, its tunes, and what it does with hostile names.</summary>
public sealed partial class ReportPageTests
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=\"alert(2)\">'&amp;\u202E\0";

    [Fact]
    public void A_page_is_written_to_a_file_whole_or_not_at_all()
    {
        using TemporaryFolder folder = new();
        ReportPage page = new() { Title = "Saved", Tunes = [ReportPages.Shown("One")] };
        page.Save(folder.PathOf("page.html"), TestContext.Current.CancellationToken);
        Assert.Equal(page.ToBytes(TestContext.Current.CancellationToken), File.ReadAllBytes(folder.PathOf("page.html")));
        Assert.Throws<OperationCanceledException>(() => page.Save(folder.PathOf("other.html"), new CancellationToken(canceled: true)));
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void Every_tune_has_its_parts()
    {
        ReportTune[] shown = [ReportPages.Shown("One"), ReportPages.Shown("Two", 20)];
        XElement page = ReportPages.Read(new ReportPage { Title = "Tunes", Tunes = shown });

        XElement[] tunes = [.. ReportPages.OfClass(page, "article", "tune")];
        Assert.Equal(["One", "Two"], tunes.Select(tune => tune.Element("h3")!.Value));
        foreach ((XElement tune, int quarters) in tunes.Zip([8, 20]))
        {
            byte[] wav = ReportPages.Data(tune.Element("audio")!.Attribute("src")!.Value, "audio/wav");
            Assert.Equal("RIFF"u8, wav.AsSpan(0, 4));
            Assert.Equal((1, 22_050), (wav[22], BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24))));
            double seconds = (wav.Length - 44) / 2 / 22_050.0;
            Assert.InRange(seconds, quarters * 0.5, (quarters * 0.5) + 6);
            Assert.Equal(seconds, (double)tune.Attribute("data-seconds")!, 0.001);
            Assert.Equal(2, (double)tune.Attribute("data-bar")!);

            XElement midi = tune.Descendants("a").Single(link => (string?)link.Attribute("download") == "tune.mid");
            Assert.Equal(ReportPages.Tune(quarters).ToMidi().ToBytes(), ReportPages.Data(midi.Attribute("href")!.Value, "audio/midi"));
            IEnumerable<XElement> rolls = tune.Descendants("div").Where(box => box.Attribute("data-spans") is not null);
            Assert.Equal(["wide", "narrow"], rolls.Select(box => (string?)box.Attribute("class")));
            Assert.All(tune.Descendants("div").Select(box => (string?)box.Attribute("data-spans")).OfType<string>(), CheckSpans);
            Assert.Equal("tunesmith compose a.safetensors --seed 1", tune.Descendants("code").Single().Value);
            string about = ReportPages.OfClass(tune, "p", "about").Single().Value;
            Assert.Equal(
                "Begun with the first bar of another. 25 of 100 new bars bring back a bar heard before in the tune; "
                    + "in real songs 50 do: music repeats itself.",
                about);
        }

        void CheckSpans(string rows)
        {
            double[][] spans = JsonSerializer.Deserialize<double[][]>(rows)!;
            Assert.NotEmpty(spans);
            Assert.All(spans, span => Assert.True(span is [var from, var to, var left, var right, var top, var bottom]
                && from < to && left < right && top < bottom));
        }
    }

    [Fact]
    public void Hostile_names_are_shown_and_not_obeyed()
    {
        ReportTune tune = ReportPages.Shown(Hostile) with { FileName = Hostile, BegunWith = Hostile, Command = Hostile };
        XElement page = ReportPages.Read(new ReportPage
        {
            Title = Hostile,
            Lead = Hostile,
            Tunes = [tune],
            Commands = [new ReportCommand(Hostile, Hostile)],
        });

        string shown = PictureText.Clean(Hostile);
        Assert.Equal(shown, page.Descendants("h1").Single().Value);
        Assert.Equal(shown, page.Descendants("title").First().Value);
        Assert.All(page.Descendants("code"), code => Assert.Equal(shown, code.Value));
        Assert.Single(page.Descendants("script"));
        Assert.Empty(page.Descendants("img"));
        Assert.DoesNotContain(
            page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_leaves_it_well_formed() => Gen.Select(Gen.String, Gen.String).Sample(
        texts =>
        {
            (string title, string command) = texts;
            XElement page = ReportPages.Read(new ReportPage { Title = title, Lead = command, Commands = [new(title, command)] });
            string expected = string.Join('\n', command.Split('\n').Select(PictureText.Clean));
            return page.Descendants("code").Single().Value == expected;
        },
        iter: 200);

    [Fact]
    public void The_same_content_gives_the_same_bytes_with_any_number_of_threads()
    {
        ReportTune[] tunes = [ReportPages.Shown(), ReportPages.Shown(quarters: 3), ReportPages.Shown(quarters: 5)];
        ReportPage page = new() { Title = "Tunes", Tunes = tunes };
        byte[] one = (page with { Threads = 1 }).ToBytes(TestContext.Current.CancellationToken);
        Assert.Equal(one, (page with { Threads = 4 }).ToBytes(TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => (page with { Threads = 0 }).ToBytes(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_page_of_long_tunes_is_cut_to_its_size_and_says_so()
    {
        ReportPage page = new() { Title = "Tunes", Tunes = [.. Enumerable.Range(0, 5).Select(_ => ReportPages.Shown(quarters: 200))] };
        byte[] bytes = page.ToBytes(TestContext.Current.CancellationToken);

        Assert.InRange(bytes.Length, 0.98 * ReportPage.MostBytes, ReportPage.MostBytes);
        XElement[] tunes = [.. ReportPages.OfClass(ReportPages.Read(bytes), "article", "tune")];
        Assert.Equal(5, tunes.Length);
        Assert.All(tunes, tune => Assert.Matches(
            "You hear the first 1:0[67] of it: a page has at most 20 MB", ReportPages.OfClass(tune, "p", "note").Single().Value));
    }

    [Fact]
    public void Long_titles_leave_less_room_for_sound()
    {
        string title = new('"', 20_000);
        ReportPage page = new() { Title = "Tunes", Tunes = [.. Enumerable.Range(0, 5).Select(_ => ReportPages.Shown(title, 200))] };
        Assert.InRange(page.ToBytes(TestContext.Current.CancellationToken).Length, 0.9 * ReportPage.MostBytes, ReportPage.MostBytes);
    }

    [Fact]
    public void What_the_network_expected_is_a_picture_to_unfold()
    {
        ReportPredictions predictions = new(["C4", "rest"], [[0.9f, 0.1f], [0.2f, 0.8f]], [0, 1], 16);
        XElement page = ReportPages.Read(new ReportPage
        {
            Title = "Tunes",
            Tunes = [ReportPages.Shown() with { Predictions = predictions }, ReportPages.Shown() with { Predictions = new([], [], [], 0) }],
        });
        XElement details = Assert.Single(page.Descendants("details"));
        Assert.Equal("What the network expected", details.Element("summary")!.Value);
        Assert.Equal(["wide", "narrow"], details.Elements("div").Select(box => (string?)box.Attribute("class")));
    }

    [Fact]
    public void Tunes_that_do_not_fit_at_all_are_counted()
    {
        ReportTune large = ReportPages.Shown() with { Command = new string('x', 700_000) };
        XElement page = ReportPages.Read(new ReportPage { Title = "Tunes", Tunes = [.. Enumerable.Repeat(large, 6)] });
        Assert.Equal(4, ReportPages.OfClass(page, "article", "tune").Count());
        Assert.Contains(
            "2 more tunes would not fit: a page has at most 20 MB.", ReportPages.OfClass(page, "p", "note").Select(note => note.Value));
    }

    [Fact]
    public void A_tune_without_notes_has_a_place_all_the_same()
    {
        XElement page = ReportPages.Read(new ReportPage { Title = "Silence", Tunes = [ReportPages.Shown(quarters: 0)] });
        Assert.Equal("[]", page.Descendants("div").First(box => box.Attribute("data-spans") is not null).Attribute("data-spans")!.Value);
    }

    [Fact]
    public void It_asks_for_nothing_and_runs_one_script_known_by_its_hash()
    {
        byte[] bytes = new ReportPage { Title = "Tunes", Tunes = [ReportPages.Shown()] }.ToBytes(TestContext.Current.CancellationToken);
        string text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.All(Address().Matches(text), address => Assert.Equal("http://www.w3.org/2000/svg", address.Value));

        string script = ScriptOf().Match(text).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        string policy = ReportPages.Read(bytes).Descendants("meta")
            .Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy")
            .Attribute("content")!.Value;
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; media-src data:; img-src data:; base-uri 'none'; form-action 'none'; "
                + $"script-src 'sha256-{hash}'",
            policy);
        Assert.DoesNotContain("@import", PageResources.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("</", PageResources.Style + PageResources.Script, StringComparison.Ordinal);
    }

    [GeneratedRegex("""\w+://[^"'\s]*""")]
    private static partial Regex Address();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex ScriptOf();
}
