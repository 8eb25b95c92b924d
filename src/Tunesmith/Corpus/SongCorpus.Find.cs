using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <content>Songs by their names and numbers.</content>
public sealed partial class SongCorpus
{
    /// <summary>
    /// The number of a song by its number, its name or part of its name. Digits alone are a number. Of names, one that is the whole
    /// <see cref="CorpusFile.Name"/> comes first, else the first song in order that has the text in its name; letters of any case.
    /// </summary>
    /// <param name="nameOrIndex">Such as <c>41</c> or <c>my song</c>.</param>
    /// <returns>0 to the number of <see cref="Songs"/> - 1.</returns>
    /// <exception cref="CorpusException">There is no such song, or none at all; the message says which there are.</exception>
    public int NumberOf(string nameOrIndex)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrIndex);
        RequireSongs();
        string text = nameOrIndex.Trim();
        return IsNumber(text) ? FindIndex(text) : FindName(text);
    }

    /// <summary>The melody of a song, which <see cref="NumberOf"/> finds.</summary>
    /// <param name="nameOrIndex">Such as <c>41</c> or <c>my song</c>.</param>
    /// <exception cref="CorpusException">There is no such song, or none at all; the message says which there are.</exception>
    public Melody MelodyOf(string nameOrIndex) => Melodies[NumberOf(nameOrIndex)];

    private static bool IsNumber(string text) => text.TrimStart('-') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);

    private int FindIndex(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index)
            && index >= 0 && index < Songs.Count)
        {
            return index;
        }

        string range = Songs.Count == 1
            ? "its one song is number 0"
            : FormattableString.Invariant($"its {Songs.Count} songs are numbered 0 to {Songs.Count - 1}");
        throw new CorpusException(Source, $"There is no song {text} in \"{Source}\": {range}.");
    }

    private int FindName(string text)
    {
        string[] names = [.. Songs.Select(song => song.Name)];
        int index = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        index = index >= 0 ? index : Array.FindIndex(names, name => name.Contains(text, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            return index;
        }

        string advice = NearNames.Hint(text, names)
            ?? FormattableString.Invariant($"use a number from 0 to {Songs.Count - 1}, or part of a file name");
        throw new CorpusException(Source, $"There is no song \"{text}\" in \"{Source}\"; {advice}.");
    }
}
