using System.Xml.Linq;
using Tunesmith.Analysis.Originality;
using Tunesmith.Report;

namespace Tunesmith.Tests.Report.Tunes;

/// <summary>What a page says of what a tune shares.</summary>
public sealed class TuneOriginalityTests
{
    [Fact]
    public void A_tune_that_shares_a_passage_names_the_song_and_the_bars()
    {
        OriginalityStanding standing = new(200) { MoreAlikeThan = 195, AsAlikeAs = 1 };
        string page = Shown(standing, [.. Enumerable.Range(0, 12).Select(Passage)]);
        Assert.Contains("It shares 12 notes in a row with Song <0>, bars 5–7; 25 % of its notes lie in", page, StringComparison.Ordinal);
        Assert.Contains("That is more than chance: 97 of 100 real songs share less with the others.", page, StringComparison.Ordinal);
        Assert.Contains("12 notes, bars 5–7; there bar 2; 5 semitones lower, each note 1.5 times as long", page, StringComparison.Ordinal);
        Assert.Contains("… and one with each of 2 more songs", page, StringComparison.Ordinal);
        Assert.Contains(OriginalityReport.NoClearance, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tune_that_shares_little_says_how_little()
    {
        string page = Shown(new OriginalityStanding(5) { MoreAlikeThan = 1 }, []);
        Assert.Contains("It shares at most 12 notes in a row with any song that it learned from.", page, StringComparison.Ordinal);
        Assert.Contains("1 of the 5 real songs shares less with the others; so few tell little.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("That is", Shown(default, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3, "real songs share more by accident: 0 of 100 share less with the others")]
    [InlineData(40, 20, "real songs share as much by accident: 40 of 100 share less with the others, the rest as much or more")]
    [InlineData(95, 0, "that is more than chance: 95 of 100 real songs share less with the others")]
    public void A_standing_in_words_is_one_plain_sentence(int more, int same, string expected) =>
        Assert.Equal(expected, new OriginalityStanding(100) { MoreAlikeThan = more, AsAlikeAs = same }.InWords);

    [Fact]
    public void What_it_is_not_is_said_once_below_all_tunes()
    {
        string page = Shown(new OriginalityStanding(100) { MoreAlikeThan = 4 }, []);
        Assert.Equal(2, page.Split(OriginalityReport.NoClearance).Length);
    }

    [Fact]
    public void A_tune_that_wsamecompared_with_nothing_says_nothing_of_it()
    {
        XElement page = ReportPages.Read(new ReportPage { Title = "Tunes", Tunes = [ReportPages.Shown()] });
        Assert.DoesNotContain("legal clearance", page.Value, StringComparison.Ordinal);
    }

    private static string Shown(OriginalityStanding standing, SharedPassage[] passages) => ReportPages.Read(new ReportPage
    {
        Title = "Tunes",
        Tunes =
        [
            ReportPages.Shown() with
            {
                Originality = new OriginalityReport(new OriginalityFigures(12, 0.25), standing)
                {
                    Hearings = [],
                    Real = [],
                    Passages = passages,
                },
            },
        ],
    }).Value;

    private static SharedPassage Passage(int song) => new(song, $"Song <{song}>", 12, 4)
    {
        FirstNote = 3,
        OtherFirstNote = 1,
        Bars = (5, 7),
        OtherBars = (2, 2),
        Semitones = -5,
        Stretch = 1.5,
        IsWhole = false,
    };
}
