using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Bench;
using Tunesmith.Cli.Commands.Composing;
using Tunesmith.Cli.Commands.Demo;
using Tunesmith.Cli.Commands.Evaluating;
using Tunesmith.Cli.Commands.Inspecting;
using Tunesmith.Cli.Commands.Originality;
using Tunesmith.Cli.Commands.Songs;
using Tunesmith.Cli.Commands.Training;
using Tunesmith.Cli.Completion;

namespace Tunesmith.Cli;

/// <summary>Every command of the tool, in the order in which help lists them.</summary>
internal static class ToolCommands
{
    /// <summary>Makes the commands afresh: a command belongs to one run of the tool.</summary>
    public static ToolCommand[] All() =>
    [
        new DemoCommand(),
        new InspectCommand(),
        new TrainCommand(),
        new ComposeCommand(),
        new ReplayCommand(),
        new EvaluateCommand(),
        new CompareCommand(),
        new SweepCommand(),
        new OriginalityCommand(),
        new ConvertCommand(),
        new RenderCommand(),
        new PlayCommand(),
        new DrawCommand(),
        new BenchCommand(),
        new CompletionCommand(),
    ];
}
