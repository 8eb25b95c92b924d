using System.Reflection;
using Tunesmith.Corpus.Reading;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus;

/// <summary>
/// The public-domain tunes that come with Tunesmith, the files of the repository's folder <c>songbook</c>. A path <c>songbook</c> means all
/// of them and <c>songbook:NAME</c> one (<see cref="SongPath"/>), wherever songs are read; a folder of that name is <c>./songbook</c>.
/// </summary>
public static class Songbook
{
    /// <summary>The path that means the songbook: <c>songbook</c>.</summary>
    public const string Name = "songbook";

    private const string TunePrefix = Name + ":";
    private const string ResourcePrefix = Name + "/";

    private static readonly Lazy<SongbookTune[]> All = new(ReadAll);

    /// <summary>The names of the tunes in ordinal order of their files: the files' names without <c>.abc</c>.</summary>
    public static IReadOnlyList<string> Tunes => [.. All.Value.Select(tune => tune.Name)];

    /// <summary>Hears the songbook. The songs are in the order of <see cref="Tunes"/>, and their names are the tunes' titles.</summary>
    /// <param name="options">How songs are heard, and which are kept.</param>
    public static SongCorpus Load(CorpusOptions? options = null) => SongCorpus.Load(Name, options);

    /// <summary>Reads one tune.</summary>
    /// <param name="nameOrTitle">
    /// Its name, one of its titles, or a part of either; letters of any case. The whole name or title comes before a part.
    /// </param>
    /// <exception cref="CorpusException">There is no such tune; the message names those near it.</exception>
    public static SongFile Tune(string nameOrTitle)
    {
        SongbookTune found = Find(nameOrTitle);
        return new SongFile { Score = found.Tune.Score ?? throw found.Tune.Error!, Title = found.Tune.Title, Tune = found.Tune };
    }

    /// <summary>The path of a tune, such as <c>songbook:arirang</c>.</summary>
    internal static string PathOf(string tune) => TunePrefix + tune;

    /// <summary>What a path asks of the songbook; null where it means a file or folder.</summary>
    internal static SongPath? Parse(string path)
    {
        bool isOne = path.StartsWith(TunePrefix, StringComparison.Ordinal);
        return isOne || path == Name ? new SongPath(Name, isOne ? path[TunePrefix.Length..] : null) { IsInSongbook = true } : null;
    }

    /// <summary>The tunes that a path asks for, to be heard as files are.</summary>
    /// <param name="tune">Which; null for all.</param>
    /// <exception cref="CorpusException">There is no such tune.</exception>
    internal static FoundSongFile[] Files(string? tune) =>
    [
        .. (tune is null ? All.Value : [Find(tune)])
            .Select(found => new FoundSongFile(PathOf(found.Name), found.Tune.Title) { Content = found.Content }),
    ];

    /// <summary>The resource of a tune: the bytes of its file.</summary>
    internal static byte[] Resource(string tune)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{ResourcePrefix}{tune}.abc")
            ?? throw new FileNotFoundException($"The songbook has no file {tune}.abc.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static SongbookTune Find(string nameOrTitle)
    {
        string text = nameOrTitle.Trim();
        Func<string, bool>[] ways =
        [
            name => name.Equals(text, StringComparison.OrdinalIgnoreCase),
            name => text.Length > 0 && name.Contains(text, StringComparison.OrdinalIgnoreCase),
        ];
        return ways.Select(way => Array.Find(All.Value, tune => tune.Names.Any(way))).FirstOrDefault(tune => tune is not null)
            ?? throw NotFound(text);
    }

    private static CorpusException NotFound(string text)
    {
        string advice = NearNames.Hint(text.Replace(' ', '-'), Tunes)
            ?? $"tunesmith inspect {Name} --json names its {All.Value.Length} tunes";
        return new CorpusException(Name, $"There is no tune \"{text}\" in the songbook; {advice}.");
    }

    private static SongbookTune[] ReadAll() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => Path.GetFileNameWithoutExtension(resource[ResourcePrefix.Length..]))
            .Select(name => (Name: name, Content: Resource(name)))
            .Select(file => new SongbookTune(file.Name, file.Content, AbcTunebook.FromBytes(file.Content).Tunes[0])),
    ];

    /// <summary>A tune of the songbook.</summary>
    /// <param name="Name">The name of its file without <c>.abc</c>.</param>
    /// <param name="Content">The bytes of its file.</param>
    /// <param name="Tune">The same, read.</param>
    private sealed record SongbookTune(string Name, byte[] Content, AbcTune Tune)
    {
        /// <summary>All that it may be called.</summary>
        public IEnumerable<string> Names => [Name, .. Tune.Titles];
    }
}
