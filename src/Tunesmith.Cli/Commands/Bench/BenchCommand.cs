using System.CommandLine;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Commands.Bench;

/// <summary><c>tunesmith bench</c>: measures how fast this machine learns, composes and reads.</summary>
internal sealed class BenchCommand : ToolCommand
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly TimeSpan _each;

    public BenchCommand()
        : this(LongEnough)
    {
    }

    /// <summary>Makes a command that measures for another time.</summary>
    /// <param name="each">How long each of its seven measurements takes, once it is under way.</param>
    internal BenchCommand(TimeSpan each)
        : base("bench", "Measure how fast this machine learns, composes and reads songs; takes about 15 seconds.")
    {
        _each = each;
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples => [new("tunesmith bench", "Measure this machine.")];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        BenchDocument document = new MachineBench(_each, TimeProvider.System, cancellation).Run();
        if (arguments.GetValue(_json))
        {
            JsonOutput.Write(console, document, BenchJson.Default.BenchDocument);
        }
        else
        {
            console.Output.WriteLine(document.ToString());
        }

        return Task.CompletedTask;
    }
}
