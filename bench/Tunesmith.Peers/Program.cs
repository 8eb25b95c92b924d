using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using Tunesmith.Peers.Jobs;
using Tunesmith.Peers.Loading;
using Tunesmith.Peers.Measuring;

// Measures our engine beside TorchSharp: the same jobs from the same weights, in turns. See ../README.md.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
TorchLibrary.Prepare();

Option<int> rounds = Count("--rounds", "How many turns each engine has at each job.", 8);
Option<int> turn = Count("--turn", "How long a turn is at the least, in milliseconds.", 250);
Option<int> threads = Count("--threads", "How many threads both engines use.", Environment.ProcessorCount);
Option<bool> json = new("--json") { Description = "Write one JSON document rather than tables." };
RootCommand command = new("Measures Tunesmith's engine and TorchSharp at the same jobs, in turns.") { rounds, turn, threads, json };
command.SetAction(arguments =>
{
    Results results = new() { Threads = arguments.GetValue(threads), TorchVersion = torch.__version__ };
    TimeSpan least = TimeSpan.FromMilliseconds(arguments.GetValue(turn));
    new TrainingComparisons(results, arguments.GetValue(rounds), least).Run(Console.Error.WriteLine);
    new ComposingComparisons(results, arguments.GetValue(rounds), least).Run(Console.Error.WriteLine);
    if (arguments.GetValue(json))
    {
        Console.WriteLine(JsonSerializer.Serialize(results, ResultsJson.Default.Results));
    }
    else
    {
        MarkdownTables.Write(results, Console.Out);
    }
});
return command.Parse(args).Invoke();

static Option<int> Count(string name, string description, int usual)
{
    Option<int> option = new(name) { Description = $"{description} 1 or more.", DefaultValueFactory = _ => usual };
    option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: { } text }] && int.TryParse(text, out int count) && count < 1)
        {
            result.AddError($"{name}: expected 1 or more, found {count}.");
        }
    });
    return option;
}
