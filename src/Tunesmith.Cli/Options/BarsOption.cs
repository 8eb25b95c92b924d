using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Tunesmith.Cli.Options;

/// <summary>Some bars of a song.</summary>
/// <param name="First">The first, from 1.</param>
/// <param name="Last">The last, no less.</param>
internal sealed record BarRange(int First, int Last);

/// <summary>The option that takes bars of a song: <c>5-12</c>, <c>5-</c> for all from there, or <c>5</c>.</summary>
internal static class BarsOption
{
    /// <summary>Makes the option. Null where it is absent.</summary>
    /// <param name="name">With the dashes.</param>
    /// <param name="description">What is done with the bars.</param>
    public static Option<BarRange?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "A-B",
        CustomParser = Parse,
    };

    private static BarRange? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string[] ends = text.Split('-');
        if (ends.Length <= 2 && Number(ends[0]) is { } first)
        {
            int? last = ends.Length == 1 ? first : ends[1].Length == 0 ? int.MaxValue : Number(ends[1]);
            if (last >= first)
            {
                return new BarRange(first, last.Value);
            }
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes bars from 1 such as 1-64, 65- or 7, not '{text}'");
        return null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 ? number : null;
}
