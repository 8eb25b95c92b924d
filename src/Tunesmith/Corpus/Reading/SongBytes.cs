using System.Globalization;

namespace Tunesmith.Corpus.Reading;

/// <summary>The bytes of song files.</summary>
internal static class SongBytes
{
    /// <summary>
    /// How long a file is, that of what a link leads to. Pipes and devices say that they have no length: opening them could wait forever,
    /// so they are taken as empty.
    /// </summary>
    public static long LengthOf(string path)
    {
        FileInfo info = new(path);
        return info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : info.Length;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="CorpusException">It is larger than <see cref="SongFile.MostBytes"/>.</exception>
    public static byte[] Read(string path)
    {
        long length = LengthOf(path);
        return length <= SongFile.MostBytes
            ? Read(path, length)
            : throw new CorpusException(path, $"Cannot read \"{path}\": {TooBig(length)}.");
    }

    /// <summary>Reads a file of a known length; what has grown on it since is left alone.</summary>
    public static byte[] Read(string path, long length)
    {
        if (length == 0)
        {
            return [];
        }

        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] bytes = new byte[length];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Says that nothing is at a path, and what may have been meant.</summary>
    /// <param name="what">What was looked for, such as <c>file</c>.</param>
    /// <param name="path">Where.</param>
    public static string Missing(string what, string path)
    {
        int colon = path.IndexOf(':', StringComparison.Ordinal);
        (string name, string tune) = colon < 0 ? (path, "") : (path[..colon], path[colon..]); // songbok:arirang
        string? meant = LikelyMeant.ByPath(name, Songbook.Name) is Songbook.Name
            ? Songbook.Name + tune
            : LikelyMeant.ByPath(path, Songbook.Name);
        return $"There is no {what} \"{path}\"" + (meant is null ? "." : $"; did you mean \"{meant}\"?");
    }

    /// <summary>Says that a file is too large, without a full stop.</summary>
    public static string TooBig(long length) => string.Create(
        CultureInfo.InvariantCulture,
        $"too big: {length / (double)(1 << 20):N1} MB, where at most {SongFile.MostBytes >> 20} are read; a song has a few thousand bytes");
}
