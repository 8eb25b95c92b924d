namespace Tunesmith.Corpus;

/// <summary>What becomes of one song of a corpus.</summary>
public enum CorpusFileStatus
{
    /// <summary>All that its encoding can hear is learned from.</summary>
    Used,

    /// <summary>It is learned from, but something that could be heard is not in what is learned.</summary>
    PartlyUsed,

    /// <summary>It is not learned from.</summary>
    LeftOut,
}
