using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tunesmith.Cli.Drawing;

/// <summary>A line under construction: text that is alike in style becomes one segment, and spaces at the end are dropped.</summary>
internal sealed class SegmentRow
{
    private readonly List<Segment> _segments = [];
    private readonly StringBuilder _text = new();
    private Style _style = Style.Plain;

    /// <summary>Adds text.</summary>
    public SegmentRow Add(string text, Style? style = null)
    {
        Style wanted = style ?? Style.Plain;
        if (wanted != _style)
        {
            Close();
            _style = wanted;
        }

        _text.Append(text);
        return this;
    }

    /// <summary>The segments, with a line break at the end.</summary>
    public IEnumerable<Segment> End()
    {
        Close();
        while (_segments.Count > 0 && _segments[^1] is var last && last.Text.EndsWith(' '))
        {
            _segments.RemoveAt(_segments.Count - 1);
            string text = last.Text.TrimEnd(' ');
            if (text.Length > 0)
            {
                _segments.Add(new Segment(text, last.Style));
            }
        }

        _segments.Add(Segment.LineBreak);
        return _segments;
    }

    private void Close()
    {
        if (_text.Length > 0)
        {
            _segments.Add(new Segment(_text.ToString(), _style));
            _text.Clear();
        }
    }
}
