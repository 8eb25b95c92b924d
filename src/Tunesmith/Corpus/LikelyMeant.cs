namespace Tunesmith.Corpus;

/// <summary>
/// The name that somebody meant who wrote another, for messages: the one with the fewest letters wrong, left out, added, or swapped with
/// the next (the distance of optimal string alignment). They are at most 2, and fewer than half of the name; case does not count.
/// </summary>
internal static class LikelyMeant
{
    private const int MostWrong = 2;
    private const int LeastBeginning = 2; // letters
    private const int MostFiles = 10_000; // of a folder; more would take longer than the hint is worth

    /// <summary>
    /// The nearest of some names, and of those equally near the one with the longest beginning in common; where none is near, the only one
    /// that begins with the text; null where there is none either.
    /// </summary>
    /// <param name="text">What somebody wrote; a name that equals it is none.</param>
    /// <param name="names">The names that there are.</param>
    public static string? Among(string text, IEnumerable<string> names) =>
        Nearest(text, names, Wrong) ?? Continued(text, names);

    /// <summary>
    /// What is near to a path that leads nowhere: a file or folder beside it, or one of some other names; null where none is.
    /// </summary>
    /// <remarks>Of files, what is before the ending and the ending count apart: files of one kind are not near for that.</remarks>
    /// <param name="path">The path.</param>
    /// <param name="others">Names that mean something without being files.</param>
    public static string? ByPath(string path, params IEnumerable<string> others)
    {
        string name = Path.GetFileName(path);
        string folder = path[..^name.Length];
        try
        {
            IEnumerable<string> files = Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder)
                .Select(file => Path.GetFileName(file)!)
                .Take(MostFiles)
                .Order(StringComparer.Ordinal);
            return Nearest(name, [.. folder.Length == 0 ? others : [], .. files], WrongInFile) is { } meant ? folder + meant : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // there is no such folder either
        }
    }

    private static string? Nearest(string text, IEnumerable<string> names, Func<string, string, int?> wrong) => names
        .Where(name => name != text)
        .Select(name => (Name: name, Wrong: wrong(text, name)))
        .Where(candidate => candidate.Wrong is not null)
        .OrderBy(candidate => candidate.Wrong)
        .ThenByDescending(candidate => text.AsSpan().CommonPrefixLength(candidate.Name))
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static string? Continued(string text, IEnumerable<string> names)
    {
        string[] longer = [.. names.Where(name => name.Length > text.Length && name.StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return LettersOf(text) >= LeastBeginning && longer is [var only] ? only : null;
    }

    private static int? WrongInFile(string text, string name) =>
        Wrong(Path.GetFileNameWithoutExtension(text), Path.GetFileNameWithoutExtension(name))
        + Wrong(Path.GetExtension(text), Path.GetExtension(name));

    /// <summary>How many letters are wrong; null where they are too many.</summary>
    private static int? Wrong(string text, string name)
    {
        int most = Math.Min(MostWrong, Math.Max(0, LettersOf(name) - 1) / 2);
        if (Math.Abs(text.Length - name.Length) > most)
        {
            return null;
        }

        int wrong = Distance(text.ToLowerInvariant(), name.ToLowerInvariant());
        return wrong <= most ? wrong : null;
    }

    /// <summary>Of <c>--bars</c>, four.</summary>
    private static int LettersOf(string name) => name.TrimStart('-').Length;

    /// <summary>Letters to change, leave out, add, or swap with the next so that a becomes b, none of them twice.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        int[] above = new int[row.Length];
        int[] twoAbove = new int[row.Length];
        for (int i = 1; i <= a.Length; i++)
        {
            (twoAbove, above, row) = (above, row, twoAbove);
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }
}
