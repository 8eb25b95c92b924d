using System.Text;

namespace Tunesmith.Pictures;

/// <summary>Many shapes of one look in one element.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();

    /// <summary>Adds a rectangle.</summary>
    public SvgPath Rectangle(double x, double y, double width, double height) =>
        Add($"M{N(x)} {N(y)}h{N(width)}v{N(height)}h{N(-width)}z");

    /// <summary>Adds a line from left to right.</summary>
    public SvgPath Horizontal(double left, double right, double y) => Add($"M{N(left)} {N(y)}H{N(right)}");

    /// <summary>Adds a line from the top down.</summary>
    public SvgPath Vertical(double x, double top, double bottom) => Add($"M{N(x)} {N(top)}V{N(bottom)}");

    /// <summary>Adds a square that stands on a corner.</summary>
    public SvgPath Diamond(double x, double y, double radius) =>
        Add($"M{N(x)} {N(y - radius)}l{N(radius)} {N(radius)} {N(-radius)} {N(radius)} {N(-radius)} {N(-radius)}z");

    /// <summary>Adds a circle.</summary>
    public SvgPath Circle(double x, double y, double radius) =>
        Add($"M{N(x - radius)} {N(y)}a{N(radius)} {N(radius)} 0 1 0 {N(2 * radius)} 0a{N(radius)} {N(radius)} 0 1 0 {N(-2 * radius)} 0z");

    /// <summary>Adds a triangle that points up.</summary>
    public SvgPath Triangle(double x, double y, double radius) =>
        Add($"M{N(x)} {N(y - radius)}l{N(radius)} {N(1.7 * radius)}h{N(-2 * radius)}z");

    /// <summary>Goes on to a point, or begins there.</summary>
    public SvgPath Go(double x, double y, bool isFirst) => Add($"{(isFirst ? 'M' : 'L')}{N(x)} {N(y)}");

    /// <summary>Writes the element, where there is anything to draw.</summary>
    public void Draw(SvgWriter svg, string style)
    {
        if (_data.Length > 0)
        {
            svg.Empty("path", ("class", style), ("d", _data.ToString()));
        }
    }

    private static string N(double number) => SvgWriter.Number(number);

    private SvgPath Add(string shape)
    {
        _data.Append(shape);
        return this;
    }
}
