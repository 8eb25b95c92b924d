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

    private static HashSet<(char, char)> Pairs(string text)
    {
        string letters = text.ToLowerInvariant();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
