namespace Tunesmith.Experiments;

/// <summary>What fine-tuning has won and lost.</summary>
/// <param name="Won">On the songs that it learned from now; null where none were held out.</param>
/// <param name="Kept">On the songs that it came from; null where these are not at hand.</param>
public sealed record FineTuningReport(FineTuningScore? Won, FineTuningScore? Kept)
{
    /// <summary>Whether no step did better on the songs held out, so that the weights are those of the model before.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The report in a sentence or two.</summary>
    public string InWords
    {
        get
        {
            if (IsUnchanged)
            {
                return "No step made it better on the new songs held out: the model is the one that it began with.";
            }

            string?[] parts =
            [
                Won?.ChangeInWords(
                    "it now foresees the new songs better",
                    "it now foresees the new songs less well",
                    "the new songs are as before to it"),
                Kept?.ChangeInWords(
                    "it knows the songs it came from better, too",
                    "it foresees the songs it came from less well",
                    "on the songs it came from it has lost nothing"),
            ];
            string[] told = [.. parts.OfType<string>()];
            return told.Length == 0
                ? "Nothing was held out to judge it by."
                : $"{char.ToUpperInvariant(told[0][0])}{string.Join("; ", told)[1..]}.";
        }
    }
}
