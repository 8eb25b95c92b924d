namespace Tunesmith.Music.Abc;

/// <summary>A song as ABC, made by <see cref="Score.ToAbc"/>.</summary>
/// <param name="Text">The text: one tune, lines that end in a line feed.</param>
/// <param name="Losses">What of the song the text does not say, each in a few plain words; empty where it says all.</param>
public sealed record AbcWriting(string Text, IReadOnlyList<string> Losses);
