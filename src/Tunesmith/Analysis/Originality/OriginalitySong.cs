namespace Tunesmith.Analysis.Originality;

/// <summary>A song that others are compared with.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Group">
/// The number of its title group: excerpts and copies of one title share it, and are never compared with one another when it is asked what
/// real songs have in common by accident.
/// </param>
/// <param name="Hearings">
/// Its notes as they are heard, on one grid or several; every song of an index has the same grids in the same order.
/// </param>
public sealed record OriginalitySong(string Name, int Group, IReadOnlyList<MelodyNotes> Hearings);
