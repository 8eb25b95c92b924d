using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing.Samplers;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that say how boldly to draw from what the network predicts.</summary>
internal sealed class SamplingOptions
{
    private readonly Option<double?> _temperature = NumberOption.Create(
        "--temperature",
        "Below 1 plays safe, above 1 takes risks, 0 always takes the likeliest; otherwise 1",
        0.0,
        TemperatureStep.Highest);

    private readonly Option<int?> _topK = NumberOption.Create(
        "--top-k", "Draw among the N likeliest alone; otherwise all", 1, int.MaxValue);
    private readonly Option<double?> _topP = NumberOption.Create(
        "--top-p", "Draw among the likeliest alone that together have this share of the probability; otherwise all", 1e-6, 1.0);

    private readonly Option<double?> _minP = NumberOption.Create(
        "--min-p", "Leave out what is less likely than this share of the likeliest; otherwise nothing", 0.0, 1.0);

    private readonly Option<List<(PitchSet Pitches, double Factor)>?> _boost = new("--boost")
    {
        Description = "Multiply the odds of pitches: G4=2 doubles those of G4, F=0.5 halves those of F in every octave",
        HelpName = "PITCH=X,...",
        CustomParser = ParseBoosts,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_temperature);
        command.Add(_topK);
        command.Add(_topP);
        command.Add(_minP);
        command.Add(_boost);
    }

    /// <summary>The sampler steps that the command line asks for, in the order in which they act.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="encoding">What the model's tokens mean.</param>
    public IReadOnlyList<ISamplerStep> Read(ParseResult arguments, MelodyEncoding encoding)
    {
        List<ISamplerStep> steps = [];
        foreach ((PitchSet pitches, double factor) in arguments.GetValue(_boost) ?? [])
        {
            steps.Add(new PitchOddsStep(encoding, pitches, factor));
        }

        if (arguments.GetValue(_temperature) is { } temperature)
        {
            steps.Add(new TemperatureStep(temperature));
        }

        if (arguments.GetValue(_topK) is { } count)
        {
            steps.Add(new TopKStep(count));
        }

        if (arguments.GetValue(_topP) is { } topP)
        {
            steps.Add(new TopPStep(topP));
        }

        if (arguments.GetValue(_minP) is { } minP)
        {
            steps.Add(new MinPStep(minP));
        }

        return steps;
    }

    private static List<(PitchSet Pitches, double Factor)>? ParseBoosts(ArgumentResult result)
    {
        List<(PitchSet Pitches, double Factor)> boosts = [];
        foreach (string part in result.Tokens[0].Value.Split(','))
        {
            string[] sides = part.Split('=');
            if (sides.Length != 2
                || !PitchSet.TryParse(sides[0].Trim(), out PitchSet pitches)
                || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double factor)
                || !(factor is >= PitchOddsStep.Least and <= PitchOddsStep.Greatest))
            {
                result.AddError($"--boost takes pitches with factors from 0.000001 to 1000000 such as G4=2,F=0.5, not '{part}'");
                return null;
            }

            boosts.Add((pitches, factor));
        }

        return boosts;
    }
}
