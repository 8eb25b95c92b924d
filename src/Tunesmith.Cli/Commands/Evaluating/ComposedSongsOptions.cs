using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing.Samplers;
using Tunesmith.Experiments;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>The options of the songs that are composed to stand beside a folder's.</summary>
internal sealed class ComposedSongsOptions
{
    private static readonly StatisticsComparisonOptions Usual = new();

    private readonly Option<int?> _songs = NumberOption.Create(
        "--songs",
        $"Compose N songs and put their musical statistics beside the folder's; 0 leaves that out; otherwise {Usual.Songs}",
        0,
        StatisticsComparisonOptions.MostSongs);

    private readonly Option<double?> _temperature = NumberOption.Create(
        "--temperature",
        "Of the songs composed: below 1 plays safe, above 1 takes risks, 0 always takes the likeliest; otherwise 1",
        0.0,
        TemperatureStep.Highest);

    private readonly Option<ulong?> _seed = SharedOptions.Seed($"otherwise {Usual.Seed}");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_songs);
        command.Add(_temperature);
        command.Add(_seed);
    }

    /// <summary>What to compose; null where nothing is to be.</summary>
    /// <exception cref="UsageException">Nothing is to be composed, and yet something is said of it.</exception>
    public StatisticsComparisonOptions? Read(ParseResult arguments, int threads)
    {
        int songs = arguments.GetValue(_songs) ?? Usual.Songs;
        double? temperature = arguments.GetValue(_temperature);
        ulong? seed = arguments.GetValue(_seed);
        if (songs == 0)
        {
            return temperature is null && seed is null
                ? null
                : throw new UsageException("--songs 0 composes nothing; leave out --temperature and --seed, which are for songs composed");
        }

        return Usual with
        {
            Songs = songs,
            Temperature = temperature ?? Usual.Temperature,
            Seed = seed ?? Usual.Seed,
            Threads = threads,
        };
    }
}
