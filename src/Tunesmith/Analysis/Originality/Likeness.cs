namespace Tunesmith.Analysis.Originality;

/// <summary>Where a song stands among real songs.</summary>
public enum Likeness
{
    /// <summary>There are too few notes, or no real songs of another title, to say.</summary>
    Unknown,

    /// <summary>At least 95 of 100 real songs share more with the others than it does.</summary>
    Below,

    /// <summary>It shares what real songs share by accident.</summary>
    Within,

    /// <summary>It shares more than at least 95 of 100 real songs do.</summary>
    Above,
}
