namespace Tunesmith.Audio;

/// <summary>How far a rendering is. A song counts twice: once for hearing how loud it is, once for writing it.</summary>
/// <param name="Seconds">How much has been played so far, both times added up.</param>
/// <param name="TotalSeconds">
/// How much there is to play, both times added up. How long a song takes to die away is known after the first time.
/// </param>
public readonly record struct RenderProgress(double Seconds, double TotalSeconds)
{
    /// <summary>The share that is done, 0 to 1.</summary>
    public double Share => TotalSeconds <= 0 ? 1 : Math.Clamp(Seconds / TotalSeconds, 0, 1);
}
