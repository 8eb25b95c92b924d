namespace Tunesmith.Cli.Commands;

/// <summary>Where the primer song is written again, beside the song that was composed from it.</summary>
internal static class BaseSong
{
    private const string Composed = "gen_song_";
    private const string Base = "base_song_";

    /// <summary><c>gen_song_X.mid</c> has <c>base_song_X.mid</c> beside it, any other <c>NAME.mid</c> has <c>NAME.base.mid</c>.</summary>
    public static string PathBeside(string output)
    {
        string name = Path.GetFileName(output);
        string beside = name.StartsWith(Composed, StringComparison.Ordinal)
            ? Base + name[Composed.Length..]
            : $"{Path.GetFileNameWithoutExtension(name)}.base{Path.GetExtension(name)}";
        return Path.Combine(Path.GetDirectoryName(output) ?? "", beside);
    }
}
