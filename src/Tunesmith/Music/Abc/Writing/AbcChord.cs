namespace Tunesmith.Music.Abc.Writing;

/// <summary>Notes that are written as one: of one onset and length, each pitch once.</summary>
internal sealed record AbcChord(long Onset, long Length, IReadOnlyList<Pitch> Pitches)
{
    /// <summary>Where it ends.</summary>
    public long End => Onset + Length;
}
