using System.CommandLine;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

/// <summary>A command that does little, to try what every command gets from the frame.</summary>
internal sealed class EchoCommand : ToolCommand
{
    private readonly Argument<string> _words = new("WORDS") { Description = "What to say" };
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<ulong?> _seed = SharedOptions.Seed("otherwise 1");
    private readonly Option<int?> _threads = SharedOptions.Threads();
    private readonly Option<double?> _temperature = NumberOption.Create("--temperature", "How boldly to speak; otherwise 1", 0.0, 10.0);
    private readonly Option<string> _context = SharedOptions.Choice("--context", "How much to remember", "stream", "window");
    private readonly Action<ToolConsole, CancellationToken> _work;

    public EchoCommand(Action<ToolConsole, CancellationToken>? work = null)
        : base("echo", "Says again what it is told.")
    {
        _work = work ?? ((_, _) => { });
        Add(_words);
        Add(_json);
        Add(_seed);
        Add(_threads);
        Add(_temperature);
        Add(_context);
    }

    public override IReadOnlyList<CommandExample> Examples { get; } = [new("tunesmith echo hello --seed 7", "Says hello.")];

    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        _work(console, cancellation);
        EchoReport report = new(
            arguments.GetRequiredValue(_words),
            arguments.GetValue(_seed),
            arguments.GetValue(_threads),
            arguments.GetValue(_temperature) ?? double.NaN,
            arguments.GetRequiredValue(_context));
        bool json = arguments.GetValue(_json);
        console.Progress(json).WriteLine("thinking");
        if (json)
        {
            JsonOutput.Write(console, report, EchoJson.Default.EchoReport);
        }
        else
        {
            console.Output.WriteLine($"{report.Words} seed={report.Seed} temperature={report.Temperature} context={report.Context}");
        }

        return Task.CompletedTask;
    }
}

internal sealed record EchoReport(string Words, ulong? Seed, int? Threads, double Temperature, string Context);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(EchoReport))]
internal sealed partial class EchoJson : JsonSerializerContext;
