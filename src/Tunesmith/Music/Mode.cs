namespace Tunesmith.Music;

/// <summary>A scale of seven pitch classes on a tonic.</summary>
public enum Mode
{
    /// <summary>0 2 4 5 7 9 11, the Ionian mode.</summary>
    Major,

    /// <summary>0 2 3 5 7 8 10, natural minor, the Aeolian mode.</summary>
    Minor,

    /// <summary>0 2 3 5 7 9 10: minor with a raised sixth.</summary>
    Dorian,

    /// <summary>0 1 3 5 7 8 10: minor with a lowered second.</summary>
    Phrygian,

    /// <summary>0 2 4 6 7 9 11: major with a raised fourth.</summary>
    Lydian,

    /// <summary>0 2 4 5 7 9 10: major with a lowered seventh.</summary>
    Mixolydian,

    /// <summary>0 1 3 5 6 8 10: minor with a lowered second and fifth.</summary>
    Locrian,

    /// <summary>0 2 3 5 7 8 11: minor with a raised seventh.</summary>
    HarmonicMinor,

    /// <summary>0 2 3 5 7 9 11: minor with a raised sixth and seventh, up and down alike.</summary>
    MelodicMinor,
}
