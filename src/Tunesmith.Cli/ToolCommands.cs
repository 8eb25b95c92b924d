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
    private const string Begin = "Begin";
    private const string HearAndSee = "Hear and see";
    private const string Judge = "Judge";
    private const string CompareRecipes = "Compare recipes";
    private const string ThisMachine = "This machine";

    /// <summary>Makes the commands afresh: a command belongs to one run of the tool.</summary>
    public static ToolCommand[] All() =>
    [
        new DemoCommand { Heading = Begin },
        new InspectCommand { Heading = Begin },
        new TrainCommand { Heading = Begin },
        new ComposeCommand { Heading = Begin },
        new PlayCommand { Heading = HearAndSee },
        new RenderCommand { Heading = HearAndSee },
        new DrawCommand { Heading = HearAndSee },
        new ConvertCommand { Heading = HearAndSee },
        new OriginalityCommand { Heading = Judge },
        new ReplayCommand { Heading = Judge },
        new EvaluateCommand { Heading = Judge },
        new CompareCommand { Heading = CompareRecipes },
        new SweepCommand { Heading = CompareRecipes },
        new BenchCommand { Heading = ThisMachine },
        new CompletionCommand { Heading = ThisMachine },
    ];
}
