namespace Tunesmith.Music.Abc.Reading;

/// <summary>
/// Finds the tunes in a text. A tune begins with <c>X:</c> and ends with a blank line, as soon as it has its key, or with the next
/// <c>X:</c>. Fields before the first tune hold for every one.
/// </summary>
internal static class AbcReader
{
    public static AbcTunebook Read(string text, AbcReadOptions options)
    {
        AbcLine[] lines = [.. AbcText.Lines(text).Select((line, index) => new AbcLine(index + 1, Clean(line)))];
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(index => Begins(lines[index]))];
        if (starts.Length == 0)
        {
            // Some write a single tune without a number; without even a key it is no tune.
            int first = Array.FindIndex(lines, line => line.IsField);
            return first >= 0 && Array.Exists(lines, line => line is { IsField: true, Field: 'K' })
                ? new AbcTunebook([AbcTuneReader.Read([], lines.AsSpan(first), options)])
                : throw NoTune(lines);
        }

        // The last of a kind holds, and is read again for every tune.
        AbcLine[] head = [.. lines.Take(starts[0]).Where(line => line.IsField).GroupBy(line => line.Field).Select(fields => fields.Last())];
        AbcTune[] tunes = new AbcTune[starts.Length];
        for (int tune = 0; tune < starts.Length; tune++)
        {
            int end = tune + 1 < starts.Length ? starts[tune + 1] : lines.Length;
            tunes[tune] = AbcTuneReader.Read(head, lines.AsSpan(starts[tune]..end), options);
        }

        return new AbcTunebook(tunes);
    }

    private static string Clean(string line)
    {
        string text = AbcText.WithoutComment(line);
        return text.Length < line.Length && string.IsNullOrWhiteSpace(text) ? "%" : text; // a comment is no blank line
    }

    private static bool Begins(AbcLine line) => line is { IsField: true, Field: 'X' };

    private static AbcFormatException NoTune(AbcLine[] lines)
    {
        AbcLine first = Array.Find(lines, line => !string.IsNullOrWhiteSpace(line.Text) && line.Text != "%");
        AbcPlace place = new(Math.Max(1, first.Number), 1);
        string found = first.Text is null ? "the end of the file" : AbcLog.Quote(first.Text);
        return AbcLog.Error(place, "a tune that begins with X:", found, "Is this ABC?");
    }
}
