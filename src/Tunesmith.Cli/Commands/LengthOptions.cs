using System.CommandLine;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands;

/// <summary>The options that say how long a song becomes.</summary>
internal sealed class LengthOptions
{
    private readonly Option<int?> _steps =
        NumberOption.Create("--steps", "Steps to compose; otherwise 500", 0, CompositionOptions.MostSteps);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => command.Add(_steps);

    /// <summary>The options of a composition with the length that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="options">The options so far.</param>
    /// <param name="primers">What the songs begin with.</param>
    /// <exception cref="UsageException">A song would become too long.</exception>
    public CompositionOptions Read(ParseResult arguments, CompositionOptions options, IEnumerable<Melody> primers)
    {
        int steps = arguments.GetValue(_steps) ?? options.Steps;
        int primer = primers.Max(primer => primer.Length);
        int most = CompositionOptions.MostSteps - primer;
        return steps <= most
            ? options with { Steps = steps }
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"--steps takes at most {most} after a primer of {primer} steps, not {steps}"));
    }
}
