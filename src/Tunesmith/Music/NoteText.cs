using System.Globalization;
using System.Text;

namespace Tunesmith.Music;

/// <summary>A melody as a row of notes to type, as <see cref="Melody.Parse"/> reads and <see cref="Melody.ToString"/> writes it.</summary>
internal static class NoteText
{
    private const int MostSteps = 1_000_000; // the longest melody that is read
    private const string Rest = "R";
    private const int MostDigits = 9;

    /// <summary>Writes a melody's steps.</summary>
    public static string Write(Melody melody)
    {
        StringBuilder text = new();
        ReadOnlySpan<MelodyStep> steps = melody.Steps;
        for (int start = 0; start < steps.Length;)
        {
            int end = start + 1;
            while (end < steps.Length && !steps[end].IsOnset && steps[end].Pitch == steps[start].Pitch)
            {
                end++;
            }

            text.Append(start == 0 ? "" : " ").Append(steps[start].Pitch?.ToString() ?? Rest);
            text.Append(LengthText(end - start, melody.StepsPerQuarter));
            start = end;
        }

        return text.ToString();
    }

    /// <summary>Reads the steps of a melody.</summary>
    /// <exception cref="NoteTextException">
    /// The text has something else in it, or a length that the grid does not have, or is too long.
    /// </exception>
    public static MelodyStep[] Read(string text, int stepsPerQuarter)
    {
        List<MelodyStep> steps = [];
        for (int start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]) || text[start] == '|')
            {
                start++;
                continue;
            }

            int end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '|')
            {
                end++;
            }

            Add(steps, text[start..end], start, stepsPerQuarter);
            start = end;
        }

        return [.. steps];
    }

    private static void Add(List<MelodyStep> steps, string word, int position, int stepsPerQuarter)
    {
        int colon = word.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? word : word[..colon];
        bool isRest = name.Equals(Rest, StringComparison.OrdinalIgnoreCase);
        Pitch pitch = default;
        if (!isRest && !Pitch.TryParse(name, out pitch))
        {
            throw new NoteTextException(position, "a note from C-1 to G9, such as C4, F#3 or Bb5, or R for a rest,", $"\"{Shown(word)}\"");
        }

        int length = colon < 0
            ? stepsPerQuarter
            : StepsOf(word[(colon + 1)..], position + colon + 1, stepsPerQuarter);
        if (length > MostSteps - steps.Count)
        {
            throw new NoteTextException(position, FormattableString.Invariant($"at most {MostSteps} steps in all"), $"\"{Shown(word)}\"");
        }

        MelodyStep held = isRest ? MelodyStep.Rest : MelodyStep.Hold(pitch);
        steps.Add(isRest ? held : MelodyStep.Onset(pitch));
        for (int step = 1; step < length; step++)
        {
            steps.Add(held);
        }
    }

    /// <summary>
    /// <c>quarters * stepsPerQuarter</c>, where that is a whole number above 0; at most one more than <see cref="MostSteps"/>.
    /// </summary>
    private static int StepsOf(string text, int position, int stepsPerQuarter)
    {
        if (!TryReadQuarters(text, out long numerator, out long denominator))
        {
            throw new NoteTextException(position, "a length in quarters, such as 2, 1/2 or 1.5,", $"\"{Shown(text)}\"");
        }

        Int128 steps = (Int128)numerator * stepsPerQuarter;
        if (numerator == 0 || steps % denominator != 0)
        {
            throw new NoteTextException(
                position,
                FormattableString.Invariant($"a length that is a multiple of 1/{stepsPerQuarter} of a quarter"),
                $"\"{Shown(text)}\"");
        }

        return (int)Int128.Min(steps / denominator, MostSteps + 1);
    }

    private static bool TryReadQuarters(string text, out long numerator, out long denominator)
    {
        denominator = 1;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return TryReadDigits(text[..slash], out numerator) & TryReadDigits(text[(slash + 1)..], out denominator) && denominator > 0;
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return TryReadDigits(text, out numerator);
        }

        string decimals = text[(point + 1)..];
        bool isNumber = TryReadDigits(text[..point], out long whole) & TryReadDigits(decimals, out long part);
        for (int digit = 0; isNumber && digit < decimals.Length; digit++)
        {
            denominator *= 10;
        }

        numerator = (whole * denominator) + part;
        return isNumber;
    }

    private static bool TryReadDigits(string text, out long number)
    {
        number = 0;
        return text.Length <= MostDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static string LengthText(int steps, int stepsPerQuarter)
    {
        int shared = (int)GreatestDivisor.Of(steps, stepsPerQuarter);
        (int quarters, int parts) = (steps / shared, stepsPerQuarter / shared);
        return parts > 1 ? FormattableString.Invariant($":{quarters}/{parts}")
            : quarters > 1 ? FormattableString.Invariant($":{quarters}")
            : "";
    }

    private static string Shown(string word) => word.Length <= 20 ? word : $"{word[..20]}...";
}
