using System.Text;
using Tunesmith.Cli.Drawing;

namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// The two streams of a command. Results go to <see cref="Output"/>; what is said beside them goes to <see cref="Error"/>, and so does
/// everything but the document itself where <c>--json</c> is asked for.
/// </summary>
internal sealed record ToolConsole(ConsoleStream Output, ConsoleStream Error)
{
    /// <summary>The streams of this process.</summary>
    public static ToolConsole ForProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        return new ToolConsole(
            ConsoleStream.ForProcess(Console.Out, Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
            ConsoleStream.ForProcess(Console.Error, Console.IsErrorRedirected, Environment.GetEnvironmentVariable));
    }

    /// <summary>Where progress and drawings go: standard output, or standard error where that holds a JSON document.</summary>
    public ConsoleStream Progress(bool json) => json ? Error : Output;

    /// <summary>Says that something is odd but the work goes on: <c>tunesmith: warning: ...</c> on standard error.</summary>
    public void Warn(string message) => Error.WriteLine($"{Tool.Name}: warning: {OneLine(message)}");

    /// <summary>Says why the work ends: <c>tunesmith: ...</c> on standard error.</summary>
    /// <remarks>Where standard error is closed or its disk is full, the exit code alone has to say it.</remarks>
    public void Fail(string message)
    {
        try
        {
            Error.WriteLine($"{Tool.Name}: {OneLine(message)}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>A text with names from outside, safe to show: one line, without what would move a terminal's cursor or colour it.</summary>
    public static string OneLine(string message) => PlainText.Of(
        string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
