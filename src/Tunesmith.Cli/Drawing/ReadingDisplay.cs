using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// Shows how far the reading of songs has come, once it takes longer than a moment: on a terminal one line that is drawn over and gone at
/// the end, elsewhere a plain line now and then.
/// </summary>
/// <param name="stream">Where to show it.</param>
internal sealed class ReadingDisplay(ConsoleStream stream) : IProgress<CorpusProgress>
{
    private static readonly TimeSpan TimeBetweenDrawings = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private CorpusProgress _last;

    /// <summary>How long nothing is shown; less than that is not worth a line.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it takes from one plain line to the next.</summary>
    public TimeSpan TimeBetweenLines { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public void Report(CorpusProgress value)
    {
        lock (_gate)
        {
            _last = value.Done > _last.Done ? value : _last; // reports of several threads overtake one another
        }
    }

    /// <summary>Reads with the display around it. What the reading throws comes as it is.</summary>
    /// <typeparam name="T">What the reading gives.</typeparam>
    /// <param name="read">The reading, which reports here, on another thread.</param>
    public T Run<T>(Func<T> read)
    {
        Task<T> reading = Task.Run(read);
        if (!IsOver(reading, Patience))
        {
            if (stream.IsTerminal)
            {
                stream.Canvas.Live(Text.Empty).AutoClear(true).Start(line => Draw(reading, line));
            }
            else
            {
                WriteLines(reading);
            }
        }

        return reading.GetAwaiter().GetResult();
    }

    private void Draw(Task reading, LiveDisplayContext line)
    {
        do
        {
            line.UpdateTarget(new ReadingBar(Last()));
        }
        while (!IsOver(reading, TimeBetweenDrawings));
    }

    private void WriteLines(Task reading)
    {
        do
        {
            if (Last() is { Total: > 0 } last)
            {
                stream.WriteLine(InWords(last));
            }
        }
        while (!IsOver(reading, TimeBetweenLines));
    }

    private CorpusProgress Last()
    {
        lock (_gate)
        {
            return _last;
        }
    }

    private static bool IsOver(Task reading, TimeSpan time) => Task.WaitAny([reading], time) == 0;

    private static string InWords(CorpusProgress progress) => progress.Total == 0
        ? "looking for songs"
        : string.Create(CultureInfo.InvariantCulture, $"reading songs: {progress.Done:N0} of {progress.Total:N0} files");

    /// <summary>One line: a bar that fills, and how many files have been read.</summary>
    private sealed class ReadingBar(CorpusProgress progress) : Renderable
    {
        private const int Width = 30;

        /// <inheritdoc/>
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            string words = InWords(progress);
            if (maxWidth < words.Length + Width + 2)
            {
                return new SegmentRow().Add(words.Length > maxWidth ? words[..maxWidth] : words).End();
            }

            int done = progress.Total == 0 ? 0 : (int)((long)Width * progress.Done / progress.Total);
            (char filled, char open) = options.HasBlocks() ? ('━', '─') : ('#', '-');
            return new SegmentRow()
                .Add(new string(filled, done), DrawingStyle.Bright)
                .Add(new string(open, Width - done), DrawingStyle.Guide)
                .Add("  " + words)
                .End();
        }
    }
}
