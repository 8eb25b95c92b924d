namespace Tunesmith.Corpus;

/// <summary>Another song of a corpus that is the same as one, or nearly.</summary>
/// <param name="Song">Its number.</param>
/// <param name="Others">How many more there are beside it.</param>
/// <param name="Twin">What the two have in common where one is the other transposed or re-timed; null for an exact copy.</param>
public sealed record SongPartner(int Song, int Others, SongTwin? Twin);
