namespace Tunesmith.Midi;

/// <summary>Gathers warnings, or turns the first into an error where reading is strict.</summary>
internal sealed class WarningLog(bool strict)
{
    /// <summary>The most warnings that are kept, so that a broken file cannot fill the memory with them.</summary>
    public const int Most = 100;

    private readonly List<MidiWarning> _warnings = [];
    private long _left;
    private long _leftOffset;

    public void Add(MidiWarningCode code, long offset, string expected, string found, string done)
    {
        if (strict)
        {
            throw new MidiFormatException(offset, expected, found, "Read it without the strict option to take what makes sense.");
        }

        if (_warnings.Count < Most)
        {
            _warnings.Add(new MidiWarning(code, offset, $"expected {expected} at byte {offset}, found {found}; {done}"));
        }
        else if (_left++ == 0)
        {
            _leftOffset = offset;
        }
    }

    public MidiWarning[] ToArray() => _left == 0
        ? [.. _warnings]
        : [.. _warnings, new MidiWarning(MidiWarningCode.More, _leftOffset, $"{_left} more from byte {_leftOffset} on")];
}
