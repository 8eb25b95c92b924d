using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tunesmith.Cli.Drawing;

/// <summary>The few colours of all drawings, and how a drawing asks what the other end can show.</summary>
internal static class DrawingStyle
{
    /// <summary>What is new: the step a note starts at, the part of the work that is done.</summary>
    public static Style Bright { get; } = new(Color.Aqua);

    /// <summary>What goes on: a note that is held, the body of a bar.</summary>
    public static Style Calm { get; } = new(Color.Teal);

    /// <summary>What was there before: the step at which a note of a primer starts.</summary>
    public static Style Pale { get; } = new(Color.Silver);

    /// <summary>What only guides the eye: axes, bar lines, the part of the work that is left.</summary>
    public static Style Guide { get; } = new(Color.Grey);

    /// <summary>Whether block characters show; else a drawing uses letters.</summary>
    public static bool HasBlocks(this RenderOptions options) => options.Unicode;

    /// <summary>Whether colours show.</summary>
    public static bool HasColour(this RenderOptions options) => options.ColorSystem != ColorSystem.NoColors;
}
