namespace Tunesmith.Midi;

/// <summary>Where a file breaks the format, and what was made of it.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Offset">The byte at which it is, counted from 0.</param>
/// <param name="Message">One line: what was expected, what was found, where, and what was done.</param>
public readonly record struct MidiWarning(MidiWarningCode Code, long Offset, string Message);
