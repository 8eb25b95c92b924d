namespace Tunesmith.Corpus;

/// <summary>
/// The names that are most like a part of a name, for messages: likeness is the share of the text's neighbouring letter pairs that the
/// name has too, <c>|A and B| / |A|</c>, from 0 to 1.
/// </summary>
internal static class NearNames
{
    private const double LeastLikeness = 0.5;

    /// <summary>Up to three names, the likest first; names equally like keep their order.</summary>
    public static IEnumerable<string> Of(string text, IEnumerable<string> names)
    {
        HashSet<(char, char)> pairs = Pairs(text);
        return names
            .Select(name => (Name: name, Likeness: pairs.Count == 0 ? 0 : (double)pairs.Count(Pairs(name).Contains) / pairs.Count))
            .Where(candidate => candidate.Likeness >= LeastLikeness)
            .OrderByDescending(candidate => candidate.Likeness)
            .Take(3)
            .Select(candidate => candidate.Name);
    }

    /// <summary>The same for a sentence, such as <c>near it: "Summer Days", "Summers"</c>; null where none is like it.</summary>
    public static string? Hint(string text, IEnumerable<string> names)
    {
        string near = string.Join(", ", Of(text, names).Select(name => $"\"{name}\""));
        return near.Length > 0 ? $"near it: {near}" : null;
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        string letters = text.ToLowerInvariant();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
