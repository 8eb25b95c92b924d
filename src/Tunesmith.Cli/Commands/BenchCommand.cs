using System.CommandLine;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Commands;

/// <summary><c>tunesmith bench</c>: measures how fast this machine learns, composes and reads.</summary>
internal sealed class BenchCommand : ToolCommand
{
    private readonly Option<bool> _json = SharedOptions.Json();

    public BenchCommand()
        : base("bench", "Measure how fast this machine learns, composes and reads songs; takes about 15 seconds.")
    {
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples => [new("tunesmith bench", "Measure this machine.")];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        BenchDocument document = MachineBench.Run(TimeProvider.System, cancellation);
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
