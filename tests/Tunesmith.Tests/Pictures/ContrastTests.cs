using System.Globalization;
using Tunesmith.Pictures;
using Tunesmith.Pictures.Charts;

namespace Tunesmith.Tests.Pictures;

/// <summary>Contrast as the Web Content Accessibility Guidelines 2.2 have it: at least 4.5 to 1 for texts, 3 to 1 for shapes.</summary>
public sealed class ContrastTests
{
    private static readonly Func<PictureColour, string>[] Sides = [colour => colour.Light, colour => colour.Dark];

    [Fact]
    public void The_formula_is_that_of_the_guidelines()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(4.54, Contrast("#767676", "#ffffff"), 2);
    }

    [Fact]
    public void Texts_are_readable_on_both_papers()
    {
        foreach (Func<PictureColour, string> side in Sides)
        {
            string paper = side(PictureColour.Paper);
            Assert.InRange(Contrast(side(PictureColour.Ink), paper), 7, 21);
            Assert.All(PictureColour.Series, colour => Assert.InRange(Contrast(side(colour), paper), 4.5, 21));
        }
    }

    [Fact]
    public void Shapes_stand_out_on_both_papers_and_on_the_rows_of_black_keys()
    {
        foreach (Func<PictureColour, string> side in Sides)
        {
            Assert.InRange(Contrast(side(PictureColour.Line), side(PictureColour.Paper)), 3, 21);
            Assert.InRange(Contrast(side(PictureColour.Line), side(PictureColour.Shade)), 3, 21);
            Assert.All(PictureColour.Series, colour => Assert.InRange(Contrast(side(colour), side(PictureColour.Shade)), 3, 21));
        }
    }

    [Fact]
    public void The_ring_of_what_was_drawn_shows_on_every_level()
    {
        foreach (Func<PictureColour, string> side in Sides)
        {
            Assert.All(HeatScale.Colours, level => Assert.True(
                Math.Max(Contrast(side(level), side(PictureColour.Paper)), Contrast(side(level), side(PictureColour.Ink))) >= 3,
                side(level)));
            Assert.InRange(Contrast(side(PictureColour.Paper), side(PictureColour.Ink)), 3, 21);
        }
    }

    [Fact]
    public void The_levels_of_a_heat_map_differ_evenly_in_lightness_and_so_in_grey()
    {
        foreach (Func<PictureColour, string> side in Sides)
        {
            double[] lightness = [.. HeatScale.Colours.Select(level => OklabLightness(side(level)))];
            double[] steps = [.. lightness.Zip(lightness.Skip(1), (one, next) => next - one)];
            double mean = steps.Average();
            Assert.All(steps, step => Assert.InRange(step / mean, 0.85, 1.15));
            double[] grey = [.. HeatScale.Colours.Select(level => Luminance(side(level)))];
            Assert.Equal(grey, lightness[0] < lightness[^1] ? grey.Order() : grey.OrderDescending());
        }
    }

    private static double Contrast(string one, string other)
    {
        double[] luminances = [Luminance(one), Luminance(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] linear = Linear(colour);
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    /// <summary>The lightness L of OKLab (Ottosson, 2020), 0 for black to 1 for white.</summary>
    private static double OklabLightness(string colour)
    {
        double[] c = Linear(colour);
        double l = Math.Cbrt((0.4122214708 * c[0]) + (0.5363325363 * c[1]) + (0.0514459929 * c[2]));
        double m = Math.Cbrt((0.2119034982 * c[0]) + (0.6806995451 * c[1]) + (0.1073969566 * c[2]));
        double s = Math.Cbrt((0.0883024619 * c[0]) + (0.2817188376 * c[1]) + (0.6299787005 * c[2]));
        return (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
    }

    private static double[] Linear(string colour) =>
    [
        .. new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
    ];
}
