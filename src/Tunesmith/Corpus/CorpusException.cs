namespace Tunesmith.Corpus;

/// <summary>A corpus does not hold what was asked of it: any song to learn from, or the song of a name or a number.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="path">The folder or file that the corpus was made of.</param>
    /// <param name="message">One line: what was expected, what was found and what to do.</param>
    public CorpusException(string path, string message)
        : base(message)
    {
        Path = path;
    }

    /// <summary>The folder or file that the corpus was made of.</summary>
    public string Path { get; }
}
