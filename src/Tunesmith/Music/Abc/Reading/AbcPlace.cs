namespace Tunesmith.Music.Abc.Reading;

/// <summary>A place in a file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
internal readonly record struct AbcPlace(int Line, int Column);
