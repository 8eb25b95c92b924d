namespace Tunesmith.Corpus;

/// <summary>
/// The names that are most like a part of a name, for messages: likeness is the share of the text's neighbouring letter pairs that the
/// name has too, <c>|A and B| / |A|</c>, from 0 to 1.
/// </summary>
internal static class NearNames
{
    private const double LeastLikeness = 0.5;

    /// <summary>Up to three names, the likest first; names equally like keep their order.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="names">The names that there are.</param>
    public static IEnumerable<string> Of(string text, IEnumerable<string> names) =>
        Like(text, names).Take(3).Select(candidate => candidate.Name);

    /// <summary>
    /// The same as <see cref="Of"/> for a sentence, such as <c>near it: "Summer Days", "Summers"</c>; null where none is like it.
    /// </summary>
    public static string? Hint(string text, IEnumerable<string> names)
    {
        string near = string.Join(", ", Of(text, names).Select(name => $"\"{name}\""));
        return near.Length > 0 ? $"near it: {near}" : null;
    }

    private static IEnumerable<(string Name, double Likeness)> Like(string text, IEnumerable<string> names) => names
        .Select(name => (Name: name, Likeness: Likeness(text, name)))
        .Where(candidate => candidate.Likeness >= LeastLikeness)
        .OrderByDescending(candidate => candidate.Likeness);

    private static double Likeness(string text, string name)
    {
        HashSet<(char, char)> pairs = Pairs(text);
        return pairs.Count == 0 ? 0 : (double)pairs.Count(Pairs(name).Contains) / pairs.Count;
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        string letters = text.ToLowerInvariant();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
