namespace Tunesmith.Music.Abc;

/// <summary>Where a tune breaks the format or says what is not played, and what was made of it.</summary>
/// <param name="Line">The line of the file, counted from 1.</param>
/// <param name="Column">The character in the line, counted from 1.</param>
/// <param name="Message">One line: what was expected, what was found, where, and what was done.</param>
public readonly record struct AbcWarning(int Line, int Column, string Message);
