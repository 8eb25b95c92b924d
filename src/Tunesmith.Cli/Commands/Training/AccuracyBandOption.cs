using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>
/// An option that takes a band of accuracies, such as <c>0.75..0.90</c>, or its lower end alone; null where it is absent.
/// </summary>
internal static class AccuracyBandOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">With the dashes.</param>
    /// <param name="description">What it sets, and what holds without it.</param>
    public static Option<AccuracyBand?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "X..Y",
        CustomParser = result => Parse(result, name),
    };

    private static AccuracyBand? Parse(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        string[] ends = text.Split("..");
        bool isBand = IsAccuracy(ends[0], out double low) & IsAccuracy(ends.Length == 1 ? "1" : ends[1], out double high);
        if (isBand && ends.Length <= 2 && low <= high)
        {
            return new AccuracyBand(low, high);
        }

        result.AddError($"{name} takes accuracies from 0 to 1 such as 0.75..0.90, or the lower one alone, not '{text}'");
        return null;
    }

    private static bool IsAccuracy(string text, out double accuracy) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out accuracy) && accuracy is >= 0 and <= 1;
}
