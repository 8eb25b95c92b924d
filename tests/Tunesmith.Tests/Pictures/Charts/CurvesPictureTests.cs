using System.Xml.Linq;
using CsCheck;
using Tunesmith.Pictures;
using Tunesmith.Pictures.Charts;
using static Tunesmith.Tests.Pictures.SvgPictures;

namespace Tunesmith.Tests.Pictures.Charts;

public sealed class CurvesPictureTests
{
    private static readonly CurvePanel Loss = new(
        "loss, nats a step",
        [new("learned from", Falling(251, 3, 0.45)), new("held out", Falling(11, 0.7, 0.47, every: 25))])
    {
        Levels = [new("copy-back", 1.07)],
    };

    private static readonly CurvePanel Accuracy = new(
        "accuracy", [new("held out", Falling(11, 0.5, 0.87, every: 25)), new("at moves", Falling(11, 0.3, 0.86, every: 25))])
    {
        IsShare = true,
    };

    [Fact]
    public void Panels_share_their_steps_and_curves_are_named_at_their_ends()
    {
        Picture picture = CurvesPicture.Draw([Loss, Accuracy], new CurvesOptions { Title = "Learning", MarkedStep = 225 });
        XElement svg = AssertSound(picture);

        string[] texts = [.. Texts(svg)];
        Assert.Contains("learned from 0.45", texts);
        Assert.Contains("held out 0.47", texts);
        Assert.Contains("held out 87 %", texts);
        Assert.Contains("copy-back 1.07", texts);
        Assert.Contains("best weights, step 225", texts);
        Assert.Contains("training step", texts);
        string[] steps = ["0", "50", "100", "150", "200", "250"];
        Assert.Equal(steps, texts.Where(steps.Contains).Distinct());
        Assert.Contains("100 %", texts);
        string description = svg.Element(Svg + "desc")!.Value;
        Assert.Contains("held out from 0.7 to 0.47; copy-back is level at 1.07", description, StringComparison.Ordinal);
        Assert.Contains("Marked: best weights, step 225", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_of_one_name_have_one_look_and_others_differ_in_dash_and_mark()
    {
        XElement svg = AssertSound(CurvesPicture.Draw([Loss, Accuracy]));
        Assert.Equal(2, OfClass(svg, "ts-c1").Count()); // held out, in both panels
        Assert.Single(OfClass(svg, "ts-c0"));
        string[] rules =
        [
            .. svg.Element(Svg + "style")!.Value.Split('\n')
                .Where(line => line.Contains(".ts-c", StringComparison.Ordinal) && line.Contains("width", StringComparison.Ordinal))
                .Select(line => line.Split('{')[1]),
        ];
        Assert.Equal(3, rules.Distinct().Count());
    }

    [Fact]
    public void Many_points_are_thinned_without_losing_peaks()
    {
        CurvePoint[] points =
            [.. Enumerable.Range(0, 100_000).Select(step => new CurvePoint(step, step == 54_321 ? 9.75 : 1 + (step % 7 * 0.01)))];
        IReadOnlyList<IReadOnlyList<CurvePoint>> thin = CurveThinning.Thin(points, 150);
        Assert.InRange(thin.Sum(run => run.Count), 100, 600);
        Assert.Contains(thin.Single(), point => point.Value == 9.75);
        Assert.Equal((points[0], points[^1]), (thin[0][0], thin[^1][^1]));
        Assert.InRange(CurvesPicture.Draw([new CurvePanel("loss", [new("a", points)])]).Svg.Length, 0, 20_000);
    }

    [Fact]
    public void A_value_that_is_none_leaves_a_gap()
    {
        IReadOnlyList<IReadOnlyList<CurvePoint>> runs =
            CurveThinning.Thin([new(0, 1), new(1, 2), new(2, double.NaN), new(3, double.PositiveInfinity), new(4, 1)], 10);
        Assert.Equal([2, 1], runs.Select(run => run.Count));

        AssertSound(CurvesPicture.Draw([new CurvePanel("loss", [new("none", [new(0, double.NaN)]), new("empty", [])])]));
    }

    [Fact]
    public void Labels_do_not_cover_each_other()
    {
        Gen.Double[0, 200].Array[0, 12].Sample(wanted =>
        {
            double[] places = DirectLabels.Place(wanted, 13, 0, 200);
            double[] sorted = [.. places.Order()];
            Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 13 - 1e-9));
            int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(index => wanted[index])];
            Assert.Equal(order.Select(index => places[index]), order.Select(index => places[index]).Order());
        });

        CurveSeries[] together = [.. Enumerable.Range(0, 8).Select(index => new CurveSeries($"series {index}", [new(0, 1), new(9, 1)]))];
        AssertSound(CurvesPicture.Draw([new CurvePanel("loss", together)], new CurvesOptions { PanelHeight = 80 }));
    }

    [Fact]
    public void Ticks_are_round_and_around_all_values()
    {
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-6, 1e6], Gen.Int[2, 10]).Sample((least, range, most) =>
        {
            NiceTicks ticks = NiceTicks.Around(least, least + range, most);
            Assert.InRange(ticks.Count, 2, most + 2);
            Assert.True(ticks.First <= least + (1e-6 * ticks.Step) && ticks.Last >= least + range - (1e-6 * ticks.Step));
            string digits = ticks.Step.ToString("E3", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains(digits[..5], new[] { "1.000", "2.000", "5.000" });
        });

        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], NiceTicks.Around(0, 1, 5).Values.Select(value => Math.Round(value, 9)));
        Assert.Equal((1, 0), (NiceTicks.Around(0, 1, 5).Decimals, NiceTicks.Around(0, 100, 5).Decimals));
        Assert.Equal(2, NiceTicks.Around(3, 3, 1).Count);
    }

    [Fact]
    public void The_greatest_numbers_there_are_have_a_place()
    {
        CurvePoint[] points = [new(-double.MaxValue, double.MaxValue), new(0, -double.MaxValue), new(double.MaxValue, 0)];
        string svg = CurvesPicture.Draw([new CurvePanel("loss", [new("a", points)])]).Svg;
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Gen.Double.Where(double.IsFinite).Select(Gen.Double.Where(double.IsFinite), Gen.Int[1, 10]).Sample((one, other, most) =>
        {
            NiceTicks ticks = NiceTicks.Around(Math.Min(one, other), Math.Max(one, other), most);
            Assert.True(double.IsFinite(ticks.First) && double.IsFinite(ticks.Last) && ticks.First < ticks.Last);
        });
    }

    [Fact]
    public void Hostile_names_and_narrow_pictures_are_sound()
    {
        string hostile = "<b>&\u0001\u202e" + new string('w', 3_000);
        CurvePanel panel = Loss with { Name = hostile, Series = [new(hostile, Falling(20, 3, 1))], Levels = [new(hostile, 2)] };
        AssertSound(CurvesPicture.Draw([panel], new CurvesOptions { Title = hostile, StepName = "step", MarkedStep = 3 }));
        AssertSound(CurvesPicture.Draw([Loss, Accuracy], new CurvesOptions { Width = 360, Theme = PictureTheme.Dark, Id = "c1" }), "c1");
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CurvesPicture.Draw([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CurvesPicture.Draw([Loss], new CurvesOptions { PanelHeight = 10 }));
        CurveSeries[] nine = [.. Enumerable.Range(0, 9).Select(index => new CurveSeries($"{index}", []))];
        Assert.Throws<ArgumentOutOfRangeException>(() => CurvesPicture.Draw([new CurvePanel("many", nine)]));
    }

    private static CurvePoint[] Falling(int count, double from, double to, int every = 1) =>
    [
        .. Enumerable.Range(0, count - 1).Select(index => new CurvePoint(index * every, to + ((from - to) * Math.Pow(0.9, index)))),
        new((count - 1) * every, to),
    ];
}
