using System.Globalization;

namespace Tunesmith.Cli.Files;

/// <summary>The names of composed songs, and of the songs they start from beside them.</summary>
internal static class SongNames
{
    /// <summary>The most songs composed at once.</summary>
    public const int Most = 1_000;

    private const string Composed = "gen_song_";
    private const string Base = "base_song_";

    /// <summary>
    /// The files of some songs. One song has the name itself. Of more, each counts up from the number that ends the name
    /// (<c>gen_song_0.mid</c>, <c>gen_song_1.mid</c>; <c>tune09.mid</c>, <c>tune10.mid</c>); a name that ends in no number gets
    /// <c>_0</c>, <c>_1</c> and so on.
    /// </summary>
    /// <param name="output">The name that was asked for.</param>
    /// <param name="count">How many songs there are.</param>
    public static string[] Of(string output, int count)
    {
        if (count == 1)
        {
            return [output];
        }

        string folder = Path.GetDirectoryName(output) ?? "";
        string name = Path.GetFileNameWithoutExtension(output);
        string stem = name.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        bool isNumber = int.TryParse(name[stem.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int first);
        if (!isNumber || first > int.MaxValue - count)
        {
            (stem, first) = ($"{name}_", 0);
        }

        string digits = $"D{Math.Max(1, name.Length - stem.Length)}";

        return
        [
            .. Enumerable.Range(first, count).Select(number =>
                Path.Combine(folder, stem + number.ToString(digits, CultureInfo.InvariantCulture) + Path.GetExtension(output))),
        ];
    }

    /// <summary>
    /// The name for songs that nobody has named: <c>gen_song_N.mid</c> with the least N from which on none of their files is there.
    /// </summary>
    /// <param name="folder">The folder that they go to.</param>
    /// <param name="count">How many songs there are.</param>
    public static string Free(string folder, int count)
    {
        int first = 0;
        for (int next = 0; next < first + count; next++)
        {
            first = IsTaken(Numbered(next)) ? next + 1 : first;
        }

        return Numbered(first);

        // Whatever may be written beside the song, be it asked for or not: nobody has named these files either.
        static bool IsTaken(string song) => new[] { song, BaseBeside(song) }
            .SelectMany(file => new[] { file, Path.ChangeExtension(file, ".wav"), Path.ChangeExtension(file, ".json") })
            .Any(Path.Exists);

        string Numbered(int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Composed}{number}.mid"));
    }

    /// <summary><c>gen_song_X.mid</c> has <c>base_song_X.mid</c> beside it, any other <c>NAME.mid</c> has <c>NAME.base.mid</c>.</summary>
    public static string BaseBeside(string output)
    {
        string name = Path.GetFileName(output);
        string beside = name.StartsWith(Composed, StringComparison.Ordinal)
            ? Base + name[Composed.Length..]
            : $"{Path.GetFileNameWithoutExtension(name)}.base{Path.GetExtension(name)}";
        return Path.Combine(Path.GetDirectoryName(output) ?? "", beside);
    }
}
