namespace Tunesmith.Corpus;

/// <summary>
/// The names that are most like a part of a name, for messages: likeness is the share of the text's neighbouring letter pairs that the
/// name has too, <c>|A and B| / |A|</c>, from 0 to 1.
/// </summary>
public static class NearNames
{
    private const double LeastLikeness = 0.5;
    private const int MostFiles = 10_000; // of a folder; more would take longer than the hint is worth

    /// <summary>Up to three names, the likest first; names equally like keep their order.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="names">The names that there are.</param>
    public static IEnumerable<string> Of(string text, IEnumerable<string> names) =>
        Like(text, names).Take(3).Select(candidate => candidate.Name);

    /// <summary>
    /// The name that was meant: the likest to which the text is as like, and of those equally like the one closest in length; null where
    /// none is like it.
    /// </summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="names">The names that there are.</param>
    public static string? Meant(string text, IEnumerable<string> names) => Like(text, names)
        .Where(candidate => Likeness(candidate.Name, text) >= LeastLikeness)
        .OrderByDescending(candidate => candidate.Likeness)
        .ThenBy(candidate => Math.Abs(candidate.Name.Length - text.Length))
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>
    /// What is most like a path that leads nowhere: a file or folder beside it, or one of some other names; null where none is.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="others">Names that mean something without being files.</param>
    public static string? MeantBy(string path, params IEnumerable<string> others)
    {
        string name = Path.GetFileName(path);
        string folder = path[..^name.Length];
        try
        {
            IEnumerable<string> files = Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder)
                .Select(file => Path.GetFileName(file)!)
                .Take(MostFiles)
                .Order(StringComparer.Ordinal);
            return Meant(name, [.. folder.Length == 0 ? others : [], .. files]) is { } meant ? folder + meant : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // there is no such folder either
        }
    }

    /// <summary>
    /// The same as <see cref="Of"/> for a sentence, such as <c>near it: "Summer Days", "Summers"</c>; null where none is like it.
    /// </summary>
    internal static string? Hint(string text, IEnumerable<string> names)
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
