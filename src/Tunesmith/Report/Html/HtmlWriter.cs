using System.Buffers;
using System.Text;
using Tunesmith.Pictures;

namespace Tunesmith.Report.Html;

/// <summary>
/// Writes HTML that is well-formed XML too: elements, attributes and escaped text. It knows no page; whatever a text says, it is shown and
/// not obeyed. Only <see cref="Verbatim"/> writes markup, and gets none that comes from outside.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:-+/_=#()[]%");

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = [];

    /// <summary>Opens an element, which <see cref="Close"/> ends.</summary>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Ends the element opened last.</summary>
    public HtmlWriter Close()
    {
        _text.Append("</").Append(_open.Pop()).Append(">\n");
        return this;
    }

    /// <summary>Writes an element that has no content by its nature, such as <c>meta</c>.</summary>
    public HtmlWriter Void(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public HtmlWriter Element(string name, string content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        Escape(content);
        return Close();
    }

    /// <summary>Writes a text into the element that is open.</summary>
    public HtmlWriter Text(string content)
    {
        Escape(content);
        return this;
    }

    /// <summary>Writes markup of our own making, such as a picture or a style sheet.</summary>
    public HtmlWriter Verbatim(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>The document as UTF-8; every element has been closed.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public byte[] ToBytes() => System.Text.Encoding.UTF8.GetBytes(ToString());

    /// <summary>The document; every element has been closed.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"Expected every element closed, found {_open.Peek()} open.");

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Escape(string content)
    {
        if (!content.AsSpan().ContainsAnyExcept(Plain))
        {
            _text.Append(content); // among them the megabytes of a sound
            return;
        }

        Markup.AppendEscaped(_text, string.Join('\n', content.Split('\n').Select(PictureText.Clean)));
    }
}
