namespace Tunesmith.Music.Abc.Playing;

/// <summary>A note, its times in whole notes.</summary>
internal readonly record struct AbcPlayedNote(Fraction Onset, Fraction Length, int Pitch);
