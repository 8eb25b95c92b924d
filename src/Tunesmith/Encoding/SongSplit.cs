namespace Tunesmith.Encoding;

/// <summary>Songs to learn from and songs to be judged on.</summary>
/// <param name="Training">The numbers of the songs to learn from, ascending.</param>
/// <param name="HeldOut">The numbers of the songs to be judged on, ascending; none of them to learn from.</param>
public sealed record SongSplit(IReadOnlyList<int> Training, IReadOnlyList<int> HeldOut)
{
    /// <summary>Splits songs so that some groups are held out and all others learned from.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="heldOut">Those to be held out.</param>
    public static SongSplit Of(IEnumerable<TitleGroup> groups, IReadOnlyCollection<TitleGroup> heldOut) => new(
        [.. groups.Where(group => !heldOut.Contains(group)).SelectMany(group => group.Songs).Order()],
        [.. heldOut.SelectMany(group => group.Songs).Order()]);

    /// <summary>The songs to learn from.</summary>
    /// <param name="songs">All songs.</param>
    public IReadOnlyList<TokenSequence> TrainingOf(IReadOnlyList<TokenSequence> songs) => [.. Training.Select(song => songs[song])];

    /// <summary>The songs to be judged on.</summary>
    /// <param name="songs">All songs.</param>
    public IReadOnlyList<TokenSequence> HeldOutOf(IReadOnlyList<TokenSequence> songs) => [.. HeldOut.Select(song => songs[song])];

    /// <summary>The groups to be judged on, where each stands on one side of the split.</summary>
    /// <param name="groups">All groups.</param>
    internal IEnumerable<TitleGroup> HeldOutGroups(IEnumerable<TitleGroup> groups) =>
        groups.Where(group => HeldOut.Contains(group.Songs[0]));
}
