using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Tunesmith.Cli.CommandLine;

/// <summary>An option that takes a number from a stated range. The number is null where the option is absent.</summary>
internal static class NumberOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">With the dashes.</param>
    /// <param name="description">
    /// What it sets, and after <c>; otherwise</c> what holds without it. The range is put between the two.
    /// </param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed; the range is stated in help, and in the message where another is given.</param>
    public static Option<T?> Create<T>(string name, string description, T least, T most)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        return new Option<T?>(name)
        {
            Description = WithRange(description, least, most),
            HelpName = IsWhole<T>() ? "N" : "X",
            CustomParser = result => Parse(result, name, least, most),
        };
    }

    private static T? Parse<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        string text = result.Tokens[0].Value;
        bool isNumber = T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T number);
        if (isNumber && number >= least && number <= most)
        {
            return number;
        }

        string range = most == T.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"of at least {least}")
            : string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}");
        result.AddError($"{name} takes a {(IsWhole<T>() ? "whole number" : "number")} {range}, not '{text}'");
        return null;
    }

    /// <summary>Where both ends say something; to count from 0 or 1 on without end is what anyone expects.</summary>
    private static string WithRange<T>(string description, T least, T most)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        if (most == T.MaxValue)
        {
            return description;
        }

        int otherwise = description.LastIndexOf("; otherwise ", StringComparison.Ordinal);
        int end = otherwise < 0 ? description.Length : otherwise;
        string range = string.Create(CultureInfo.InvariantCulture, $"{least:#,0.######} to {most:#,0.######}");
        return $"{description[..end]}; {range}{description[end..]}";
    }

    /// <summary>Whether the type holds whole numbers only: half of one is then nothing.</summary>
    private static bool IsWhole<T>()
        where T : INumber<T> => T.IsZero(T.One / (T.One + T.One));
}
