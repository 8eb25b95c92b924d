using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tunesmith.Midi.Reading;

/// <summary>Gathers warnings, or turns the first into an error where reading is strict.</summary>
/// <param name="strict">Whether the first warning is an error.</param>
/// <param name="most">How many warnings are kept; of the others the first of each code is, and the rest are counted. None at 0.</param>
internal sealed class WarningLog(bool strict, int most = WarningLog.Most)
{
    /// <summary>How many warnings are kept, whatever they are, so that a broken file cannot fill the memory with them.</summary>
    public const int Most = 100;

    private readonly List<MidiWarning> _warnings = [];
    private ulong _codesMet;
    private long _left;
    private long _leftOffset;

    /// <summary>Whether there was nothing to warn of.</summary>
    public bool IsEmpty => _warnings.Count == 0 && _left == 0;

    public void Add(
        MidiWarningCode code,
        long offset,
        [InterpolatedStringHandlerArgument("", nameof(code))] ref Phrase expected,
        [InterpolatedStringHandlerArgument("", nameof(code))] ref Phrase found,
        [InterpolatedStringHandlerArgument("", nameof(code))] ref Phrase done)
    {
        if (strict)
        {
            const string Advice = "Read it without the strict option to take what makes sense.";
            throw new MidiFormatException(offset, expected.ToText(), found.ToText(), Advice);
        }

        if (IsOpen(code))
        {
            _codesMet |= Bit(code);
            string message = $"expected {expected.ToText()} at byte {offset}, found {found.ToText()}; {done.ToText()}";
            _warnings.Add(new MidiWarning(code, offset, message));
        }
        else if (_left++ == 0)
        {
            _leftOffset = offset;
        }
    }

    public MidiWarning[] ToArray() => _left == 0
        ? [.. _warnings]
        : [.. _warnings, new MidiWarning(MidiWarningCode.More, _leftOffset, $"{_left} more from byte {_leftOffset} on")];

    /// <summary>Whether the next warning of a code is kept, or thrown; no text is made of any other.</summary>
    private bool IsOpen(MidiWarningCode code) => strict || _warnings.Count < most || (most > 0 && (_codesMet & Bit(code)) == 0);

    private static ulong Bit(MidiWarningCode code) => 1UL << (int)code;

    /// <summary>A part of a warning's message, put together only where the warning is kept.</summary>
    [InterpolatedStringHandler]
    public ref struct Phrase
    {
        private DefaultInterpolatedStringHandler _text;

        public Phrase(int literalLength, int formattedCount, WarningLog log, MidiWarningCode code, out bool isKept)
        {
            isKept = log.IsOpen(code);
            _text = isKept ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
        }

        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

        public string ToText() => _text.ToStringAndClear();
    }
}
