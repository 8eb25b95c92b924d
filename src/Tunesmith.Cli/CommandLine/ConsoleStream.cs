using Spectre.Console;
using Spectre.Console.Rendering;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// Standard output or standard error: plain lines, and drawings that fit what is at the other end. On a terminal a drawing uses colour
/// (unless <c>NO_COLOR</c> is set) and block characters; into a file or a pipe it is plain letters.
/// </summary>
internal sealed class ConsoleStream
{
    private const int WidthOfFiles = 100;

    private readonly TextWriter _writer;

    /// <summary>Makes a stream.</summary>
    /// <param name="writer">Where lines go.</param>
    /// <param name="canvas">Where drawings go, over the same writer.</param>
    /// <param name="isTerminal">Whether a person watches it, so that lines may be drawn over.</param>
    public ConsoleStream(TextWriter writer, IAnsiConsole canvas, bool isTerminal)
    {
        _writer = writer;
        Canvas = canvas;
        IsTerminal = isTerminal;
    }

    /// <summary>Where drawings go.</summary>
    public IAnsiConsole Canvas { get; }

    /// <summary>Whether a person watches it, so that lines may be drawn over.</summary>
    public bool IsTerminal { get; }

    /// <summary>The writer itself, for a document that is written whole.</summary>
    public TextWriter Writer => _writer;

    /// <summary>Columns.</summary>
    public int Width => Canvas.Profile.Width;

    /// <summary>A stream into a file, a pipe or a string: no colour, plain letters, no line drawn twice.</summary>
    public static ConsoleStream ForText(TextWriter writer, int width = WidthOfFiles)
    {
        IAnsiConsole canvas = MakeCanvas(writer, AnsiSupport.No, ColorSystemSupport.NoColors);
        canvas.Profile.Width = width;
        canvas.Profile.Capabilities.Unicode = false;
        return new ConsoleStream(writer, canvas, isTerminal: false);
    }

    /// <summary>A stream of this process.</summary>
    /// <param name="writer"><see cref="Console.Out"/> or <see cref="Console.Error"/>.</param>
    /// <param name="isRedirected">Whether it goes into a file or a pipe.</param>
    /// <param name="environment">Reads an environment variable: <c>NO_COLOR</c> and <c>TERM</c> count.</param>
    public static ConsoleStream ForProcess(TextWriter writer, bool isRedirected, Func<string, string?> environment)
    {
        if (isRedirected || environment("TERM") == "dumb")
        {
            return ForText(writer);
        }

        bool withoutColour = !string.IsNullOrEmpty(environment("NO_COLOR"));
        ColorSystemSupport colours = withoutColour ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect;
        return new ConsoleStream(writer, MakeCanvas(writer, AnsiSupport.Detect, colours), isTerminal: true);
    }

    /// <summary>Writes a line as it is.</summary>
    public void WriteLine(string line = "") => _writer.WriteLine(line);

    /// <summary>Draws.</summary>
    public void Draw(IRenderable drawing) => Canvas.Write(drawing);

    private static IAnsiConsole MakeCanvas(TextWriter writer, AnsiSupport ansi, ColorSystemSupport colours) =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = ansi,
            ColorSystem = colours,
            Interactive = InteractionSupport.No, // the tool asks nothing
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
}
