using System.Globalization;
using System.Text;

namespace Tunesmith.Pictures;

/// <summary>
/// Writes SVG: elements, attributes and escaped text, an element a line. It knows no picture; what it writes is well-formed XML whatever
/// the texts are, and the same bytes everywhere.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = [];

    /// <summary>Opens an element, which <see cref="Close"/> ends.</summary>
    public SvgWriter Open(string name, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
        _open.Push(name);
        return this;
    }

    /// <summary>Ends the element opened last.</summary>
    public SvgWriter Close()
    {
        string name = _open.Pop();
        Indent();
        _text.Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>Writes an element without content.</summary>
    public SvgWriter Empty(string name, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public SvgWriter Text(string name, string content, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        Markup.AppendEscaped(_text, PictureText.Clean(content));
        _text.Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>Writes an element with lines of its own making, such as a style sheet: no part of them comes from outside.</summary>
    public SvgWriter Verbatim(string name, string lines)
    {
        Start(name, []);
        _text.Append(">\n").Append(lines);
        Indent();
        _text.Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>Writes what another writer has written.</summary>
    public SvgWriter Append(SvgWriter other)
    {
        _text.Append(other);
        return this;
    }

    /// <summary>The document; every element has been closed.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"Expected every element closed, found {_open.Peek()} open.");

    /// <summary>A number in few digits: at most two decimals, halves away from zero, no exponent, no negative zero.</summary>
    /// <param name="number">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number.</exception>
    public static string Number(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "A picture has finite places only.");
        }

        double rounded = Math.Round(number, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private void Start(string name, ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Indent();
        _text.Append('<').Append(name);
        foreach ((string attribute, SvgValue value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Markup.AppendEscaped(_text, PictureText.Clean(value.Text));
            _text.Append('"');
        }
    }

    private void Indent() => _text.Append(' ', 2 * _open.Count);
}

/// <summary>What an attribute is set to: a text, or a number in few digits.</summary>
/// <param name="Text">As it is written, but for escapes.</param>
internal readonly record struct SvgValue(string Text)
{
    /// <summary>A text.</summary>
    public static implicit operator SvgValue(string text) => new(text);

    /// <summary>A number.</summary>
    public static implicit operator SvgValue(double number) => new(SvgWriter.Number(number));
}
