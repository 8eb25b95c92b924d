using System.Text.RegularExpressions;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Documents;

/// <summary>The rules that <c>songbook/README.md</c> sets for its files.</summary>
public sealed partial class SongbookFileTests
{
    /// <summary>The tunes with triplets, whose notes stand between the steps of a sixteenth grid.</summary>
    private static readonly string[] WithTriplets =
        ["der-lindenbaum", "harvest-home", "sur-le-pont-d-avignon", "the-king-of-love-my-shepherd-is", "the-liverpool-hornpipe"];

    public static TheoryData<string> Names() => [.. SongbookFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tune_says_in_order_what_it_is_and_why_it_is_free(string name)
    {
        SongbookFile file = SongbookFile.Of(name);

        Assert.Matches(@"^[a-z0-9]+(-[a-z0-9]+)*$", name);
        Assert.Matches(Head(), string.Concat(file.Head.Select(line => line + "\n")));
        Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\r|\t|[ ]\n|\n\n", file.Text);
        Assert.Matches(@"(:\||\|\])\n$", file.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_bar_of_a_tune_adds_up(string name) => Assert.Empty(SongbookBars.Faults(SongbookFile.Of(name)));

    [Theory]
    [InlineData("4/4", "C2 D2 E2 F2|G8|]", 0)]
    [InlineData("4/4", "C|D2 E2 F2 G2|A7:|", 0)]
    [InlineData("4/4", "C|D2 E2 F2 G2|A6:|", 1)]
    [InlineData("4/4", "C2|D8|E2 F2|G6|]", 1)]
    [InlineData("4/4", "C8|D2|E6|F8|]", 2)]
    [InlineData("3/4", "(3CDE F4-|F3/2G/ A2 z2|B6", 1)]
    [InlineData("3/4", "C6|{D}E6|]", 3)]
    public void The_sum_of_the_bars_finds_what_does_not_add_up(string meter, string music, int faults)
    {
        SongbookFile file = new("example", $"X:1\nM:{meter}\nL:1/8\nK:C\n{music}\n");

        Assert.Equal(faults, SongbookBars.Faults(file).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tune_reads_without_a_warning_as_one_voice_in_whole_bars(string name)
    {
        AbcTune tune = Assert.Single(AbcTunebook.Parse(SongbookFile.Of(name).Text, new AbcReadOptions { Strict = true }).Tunes);
        Score score = tune.Score!;

        Assert.Empty(tune.Warnings);
        Assert.Single(score.Tracks);
        MeterChange meter = Assert.Single(score.Meters.Changes); // a bar that does not add up would state it again
        Assert.Equal(SongbookFile.Of(name).Meter, $"{meter.Meter.Numerator}/{meter.Meter.Denominator}");
        Assert.InRange(meter.Tick, -meter.Meter.BarTicks(score.TicksPerQuarter) + 1, 0);
        Assert.Single(score.Tempos.Changes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tune_is_the_same_after_it_went_through_the_encoding_melody(string name)
    {
        MelodyEncoding encoding = Encodings.Melody();
        Melody melody = encoding.Hear(SongFile.Load($"songbook:{name}").Score);
        Melody decoded = encoding.Decode(encoding.Encode(melody).Tokens, melody);

        Assert.Equal(melody.Steps, decoded.Steps);
        Assert.All(melody.SoundingPitches(), pitch => Assert.True(pitch is -1 or (>= 53 and <= 88), $"{pitch} is not from F3 to E6"));
        Assert.Contains(melody.Steps.ToArray(), step => step.IsOnset);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_tunes_with_triplets_have_notes_between_the_steps_and_no_note_gives_way(string name)
    {
        Score score = SongFile.Load($"songbook:{name}").Score;
        int step = score.TicksPerQuarter / 4;
        bool isOnGrid = score.Tracks[0].Notes.All(note => note.Onset % step == 0 && note.Length % step == 0);

        Assert.Equal(!WithTriplets.Contains(name), isOnGrid);
        Assert.Equal(0, Encodings.Melody().VoiceOf(score)!.Crowded);
    }

    [Fact]
    public void The_songbook_is_large_and_many_sided()
    {
        Dictionary<string, int> meters = SongbookFile.All.CountBy(file => file.Meter).ToDictionary();
        string[] origins = [.. SongbookFile.All.Select(file => file.Fields('O')[0]).Distinct()];

        Assert.True(SongbookFile.All.Count >= 100);
        Assert.True(Songbook.Load().Steps >= 12_000);
        Assert.Equal(["2/4", "3/4", "4/4", "6/8"], meters.Keys.Order(StringComparer.Ordinal));
        Assert.All(meters.Values, count => Assert.True(count >= 15));
        Assert.Contains("Korea", origins);
        Assert.Contains("Japan", origins);
        Assert.True(origins.Length >= 10);
    }

    [Fact]
    public void No_two_tunes_have_one_title() =>
        Assert.Distinct(SongbookFile.All.SelectMany(file => file.Titles), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\A%abc-2\.1\nX:1\n(T:\S.*\n)+C:\S.*\nO:\S.*\nN:Public domain: \S.*\.\nN:Checked against: \S.*\.\n"
            + @"M:(4/4|3/4|2/4|6/8)\nL:1/8\nQ:(1/4|3/8)=\d+\nK:[A-G][b#]?(m|mix|dor)?\n\z")]
    private static partial Regex Head();
}
