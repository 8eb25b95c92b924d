using System.Globalization;
using Spectre.Console;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Drawing;

/// <summary>Shows how far a rendering is, on a terminal, in one line that is drawn over; elsewhere nothing.</summary>
/// <param name="stream">Where to show it.</param>
/// <param name="time">The clock by which the line is not drawn too often.</param>
/// <param name="words">Puts into words how far it is; otherwise it is so much per cent.</param>
internal sealed class RenderingDisplay(ConsoleStream stream, TimeProvider time, Func<RenderProgress, string>? words = null)
    : IProgress<RenderProgress>
{
    private static readonly TimeSpan LeastTimeBetweenDrawings = TimeSpan.FromMilliseconds(100);

    private long _drawnAt = time.GetTimestamp();
    private LiveDisplayContext? _line;

    /// <summary>Renders with the display around it. A rendering of a moment shows nothing.</summary>
    public void Run(Action render)
    {
        if (!stream.IsTerminal)
        {
            render();
            return;
        }

        stream.Canvas.Live(Text.Empty).Start(line =>
        {
            _line = line;
            try
            {
                render();
            }
            finally
            {
                line.UpdateTarget(Text.Empty);
                _line = null;
            }
        });
    }

    /// <inheritdoc/>
    public void Report(RenderProgress value)
    {
        if (_line is not null && time.GetElapsedTime(_drawnAt) >= LeastTimeBetweenDrawings)
        {
            _drawnAt = time.GetTimestamp();
            string text = words?.Invoke(value) ?? string.Create(CultureInfo.InvariantCulture, $"rendering  {value.Share:0 %}");
            _line.UpdateTarget(new Text(text) { Overflow = Overflow.Ellipsis });
        }
    }
}
