using System.CommandLine;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that say how long a song becomes.</summary>
internal sealed class LengthOptions
{
    private readonly Option<int?> _steps =
        NumberOption.Create("--steps", "Steps to compose; otherwise 500, or as many as --rhythm-from has", 0, CompositionOptions.MostSteps);

    private readonly Option<int?> _bars = NumberOption.Create(
        "--bars",
        "Bars to compose, in place of steps; a bar that the primer has begun is completed first",
        0,
        CompositionOptions.MostSteps);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_bars);
        command.Add(_steps);
    }

    /// <summary>The options of a composition with the length that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="options">The options so far.</param>
    /// <param name="primers">What the songs begin with.</param>
    /// <param name="rhythm">The rhythm that the songs keep to; null for none.</param>
    /// <exception cref="UsageException">Two lengths are asked for, or a song would become too long.</exception>
    public CompositionOptions Read(ParseResult arguments, CompositionOptions options, IReadOnlyList<Melody> primers, Melody? rhythm = null)
    {
        (int? asked, int? bars) = (arguments.GetValue(_steps), arguments.GetValue(_bars));
        if (asked is not null && bars is not null)
        {
            throw new UsageException("--steps and --bars both say how long the song becomes; give one of them");
        }

        int longest = CompositionOptions.MostSteps - primers.Max(primer => primer.Length);
        int usual = rhythm is null ? options.Steps : Math.Min(rhythm.Length, longest);
        CompositionOptions lasting = options with { Steps = asked ?? usual, Bars = bars };
        if (primers.Max(lasting.StepsAfter) is var steps && steps > rhythm?.Length)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"{(bars is null ? "--steps" : "--bars")} takes at most {rhythm.Length} steps, as many as --rhythm-from has, not {steps}"));
        }

        foreach (Melody primer in primers)
        {
            int most = CompositionOptions.MostSteps - primer.Length;
            if (lasting.StepsAfter(primer) > most)
            {
                string named = bars is null ? "--steps takes at most" : $"--bars {bars} is too long: a song has at most";
                string after = primer.Length == 0
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $" after a primer of {primer.Length} steps");
                string found = bars is null ? string.Create(CultureInfo.InvariantCulture, $", not {lasting.Steps}") : "";
                throw new UsageException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{named} {most}{(bars is null ? "" : " steps")}{after}{found}"));
            }
        }

        return lasting;
    }
}
