namespace Tunesmith.Corpus;

/// <summary>How far the reading of a folder has come.</summary>
/// <param name="Done">Files read so far, in no particular order.</param>
/// <param name="Total">Files to read.</param>
/// <param name="Path">The file just read, as <see cref="CorpusFile.Path"/> has it.</param>
public readonly record struct CorpusProgress(int Done, int Total, string Path);
