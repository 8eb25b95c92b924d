using Spectre.Console.Rendering;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// One line: a bar that fills, and the numbers of a <see cref="TrainingStatus"/>. The bar takes the width the numbers leave.
/// </summary>
/// <param name="status">What to show.</param>
internal sealed class TrainingBar(TrainingStatus status) : Renderable
{
    private const int LeastWidth = 4;
    private const int MostWidth = 40;

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        string numbers = status.ToString();
        int width = Math.Min(MostWidth, maxWidth - numbers.Length - 2);
        if (width < LeastWidth)
        {
            return new SegmentRow().Add(numbers.Length > maxWidth ? numbers[..maxWidth] : numbers).End();
        }

        int done = (int)Math.Round(status.Done * width);
        (char filled, char open) = options.HasBlocks() ? ('━', '─') : ('#', '-');
        return new SegmentRow()
            .Add(new string(filled, done), DrawingStyle.Bright)
            .Add(new string(open, width - done), DrawingStyle.Guide)
            .Add("  " + numbers)
            .End();
    }
}
