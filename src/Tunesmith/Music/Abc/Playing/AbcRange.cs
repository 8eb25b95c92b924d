namespace Tunesmith.Music.Abc.Playing;

/// <summary>Elements of a voice from one place up to another, without the last.</summary>
internal readonly record struct AbcRange(int From, int To);
