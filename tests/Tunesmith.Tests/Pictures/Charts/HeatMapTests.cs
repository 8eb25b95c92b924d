using System.Xml.Linq;
using Tunesmith.Pictures;
using Tunesmith.Pictures.Charts;
using static Tunesmith.Tests.Pictures.SvgPictures;

namespace Tunesmith.Tests.Pictures.Charts;

public sealed class HeatMapTests
{
    private static readonly string[] Outcomes = ["hold", "rest", "C4", "D4", "E4", "F#5"];

    [Fact]
    public void Pitches_stand_above_other_outcomes_and_what_never_matters_is_left_out_and_counted()
    {
        float[][] steps = [[0.6f, 0.1f, 0.3f, 0, 0, 0], [0.2f, 0, 0.04f, 0.7f, 0.03f, 0.03f], [0.5f, 0.4f, 0, 0.06f, 0.04f, 0]];
        XElement svg = AssertSound(HeatMap.Draw(Outcomes, steps, [0, 3, 5], new HeatMapOptions { FirstStep = 64 }));

        string[] rows = [.. OfClass(svg, "ts-name").Select(text => text.Value)];
        Assert.Equal(["F#5", "D4", "C4", "hold", "rest"], rows); // F#5 was drawn, however improbable
        Assert.Contains("1 outcome is left out, never more probable than 4 %", Texts(svg));
        Assert.Contains("64", Texts(svg));
        int rings = OfClass(svg, "ts-drawn").Sum(path => path.Attribute("d")!.Value.Count(sign => sign == 'M'));
        Assert.Equal(3 + 1, rings); // and the legend's
        Assert.Contains("probability of 43.3 % on average", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_of_one_level_are_one_shape()
    {
        float[][] steps = [.. Enumerable.Range(0, 40).Select(step => new[] { 1f, 0, 0, 0, 0, 0 })];
        XElement svg = AssertSound(HeatMap.Draw(Outcomes, steps, [.. Enumerable.Repeat(-1, 40)]));
        XElement certain = Assert.Single(OfClass(svg, "ts-h15"), element => element.Name == Svg + "path");
        Assert.Equal(1, certain.Attribute("d")!.Value.Count(sign => sign == 'M'));
    }

    [Fact]
    public void Probabilities_have_the_nearest_of_fifteen_levels()
    {
        Assert.Equal([0, 0, 1, 8, 15, 15, 0, 0], new[] { 0, 0.03, 0.034, 0.5, 1, 7, -1, double.NaN }.Select(HeatScale.LevelOf));
    }

    [Fact]
    public void However_many_steps_and_outcomes_the_picture_is_bounded()
    {
        string[] outcomes = [.. Enumerable.Range(0, 130).Select(index => $"outcome {index}")];
        float[][] steps =
        [
            .. Enumerable.Range(0, 2_000).Select(step => Array.ConvertAll(
                outcomes, outcome => ((step * 31) + (outcome.Length * 7) + (outcome[^1] * step)) % 16 / 16f)),
        ];
        Picture picture = HeatMap.Draw(outcomes, steps, [.. Enumerable.Repeat(3, 2_000)]);
        XElement svg = AssertSound(picture);

        Assert.InRange(picture.Svg.Length, 0, 1_500_000);
        Assert.InRange(svg.Descendants().Count(), 0, 1_000);
        Assert.Contains("... and 1,488 more steps", Texts(svg));
        Assert.Contains(Texts(svg), text => text.StartsWith("82 outcomes are left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_draw_and_narrow_pictures_are_sound()
    {
        AssertSound(HeatMap.Draw(Outcomes, [], []));
        AssertSound(HeatMap.Draw([], [], []));
        float[][] steps = [.. Enumerable.Range(0, 40).Select(step => new[] { 0.5f, 0, 0, 0, 0, 0.5f })];
        HeatMapOptions options = new() { Width = 240, Title = "<&>", Id = "h" };
        AssertSound(HeatMap.Draw(Outcomes, steps, [.. Enumerable.Repeat(5, 40)], options), "h");
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => HeatMap.Draw(Outcomes, [[1f]], [0]));
        Assert.Throws<ArgumentException>(() => HeatMap.Draw(Outcomes, [], [0]));
        Assert.Throws<ArgumentException>(() => HeatMap.Draw(["a"], [[1f]], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => HeatMap.Draw(["a"], [[1f]], [0], new HeatMapOptions { Threshold = 2 }));
    }
}
