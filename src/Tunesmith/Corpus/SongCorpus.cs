using System.Buffers.Binary;
using System.Security.Cryptography;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>The melodies to learn from, and the report of what was left out and why. It is not read again once made.</summary>
public sealed partial class SongCorpus
{
    /// <summary>Makes a corpus of files that have been heard.</summary>
    /// <param name="source">The folder or file they come from, as messages name it.</param>
    /// <param name="options">How they were heard.</param>
    /// <param name="files">The files in order.</param>
    public SongCorpus(string source, CorpusOptions options, IEnumerable<CorpusFile> files)
    {
        Source = source;
        Options = options;
        Files = [.. files];
        Songs = [.. Files.Where(file => file.IsUsed)];
        Melodies = [.. Songs.Select(song => song.Melody!)];
        Steps = Songs.Sum(song => (long)song.Steps);
    }

    /// <summary>The folder or file that the corpus was made of.</summary>
    public string Source { get; }

    /// <summary>How the songs were heard.</summary>
    public CorpusOptions Options { get; }

    /// <summary>Every file, learned from or left out, in ordinal order of the paths; of the songbook, of its files.</summary>
    public IReadOnlyList<CorpusFile> Files { get; }

    /// <summary>The files that are learned from; song 0 is the first.</summary>
    public IReadOnlyList<CorpusFile> Songs { get; }

    /// <summary>The melodies of <see cref="Songs"/>, in their order.</summary>
    public IReadOnlyList<Melody> Melodies { get; }

    /// <summary>The steps of all songs together.</summary>
    public long Steps { get; }

    /// <summary>The songs as a network sees them, in their order.</summary>
    /// <exception cref="CorpusException">There is no song.</exception>
    public IReadOnlyList<TokenSequence> Sequences()
    {
        RequireSongs();
        return [.. Songs.Select(Encode)];
    }

    /// <summary>
    /// A number for what is learned: SHA-256, in small hexadecimal letters, over each song's length and tokens as 32-bit little-endian
    /// integers. Names, paths and files left out do not count; order does.
    /// </summary>
    public string Fingerprint()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TokenSequence song in Songs.Select(Encode))
        {
            byte[] bytes = new byte[4 * (song.Length + 1)];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, song.Length);
            for (int step = 0; step < song.Length; step++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * (step + 1)), song.Tokens[step]);
            }

            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Checks that there is a song to learn from.</summary>
    /// <exception cref="CorpusException">There is none; the message says what was found and what to do.</exception>
    public void RequireSongs()
    {
        if (Songs.Count > 0)
        {
            return;
        }

        if (Files.Count == 0)
        {
            throw new CorpusException(
                Source, $"No song in \"{Source}\": it holds no .mid, .midi, .kar, .smf or .abc file. Name a folder that does.");
        }

        CorpusFile longest = Files.MaxBy(file => file.Steps)!;
        string left = Files.Count == 1
            ? "the one file there is left out"
            : FormattableString.Invariant($"all {Files.Count} files are left out");
        string why = longest.Steps > 0
            ? FormattableString.Invariant($"the longest, {longest.Path}, has {longest.Steps} of the {Options.MinSteps} steps needed. ")
                + FormattableString.Invariant($"Use --min-steps {longest.Steps}, or add songs.")
            : $"none could be heard. The first, {Files[0].Path}: {Files[0].Reason}.";
        throw new CorpusException(Source, $"No song to learn from in \"{Source}\": {left}; {why}");
    }

    /// <summary>
    /// The titles held out by a split, as the first song of each is written; several of which songs are exact copies are one, with
    /// <c> = </c> between.
    /// </summary>
    /// <param name="split">The split.</param>
    /// <param name="groups">All groups of the songs.</param>
    public IReadOnlyList<string> HeldOutTitles(SongSplit split, IEnumerable<TitleGroup> groups) =>
    [
        .. split.HeldOutGroups(groups).Select(group => string.Join(
            " = ",
            group.Titles.Select(title => group.Songs.Select(song => Songs[song]).First(song => song.TitleGroup == title).WrittenTitle))),
    ];

    private TokenSequence Encode(CorpusFile song) => Options.Encoding.Encode(song.Melody!, song.TitleGroup);
}
