namespace Tunesmith.Corpus.Reading;

/// <summary>A song file, or a folder that could not be searched for them.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Path">Where it is below the folder, with <c>/</c> between folders.</param>
/// <param name="Problem">Why it cannot be opened; null where that is still to be tried.</param>
/// <param name="Tune">The number or title of the one tune of it that is asked for; null for all.</param>
internal readonly record struct FoundSongFile(string FullPath, string Path, string? Problem = null, string? Tune = null)
{
    /// <summary>The bytes of a tune of the songbook, which is not opened; null for a file.</summary>
    public byte[]? Content { get; init; }
}
