using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>One composed step.</summary>
/// <param name="Index">Its place in the song, the primer's steps counted.</param>
/// <param name="Token">The token that was drawn.</param>
/// <param name="Melody">What the melody does there.</param>
public readonly record struct ComposedStep(int Index, int Token, MelodyStep Melody);
