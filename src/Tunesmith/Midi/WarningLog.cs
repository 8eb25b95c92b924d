using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tunesmith.Midi;

/// <summary>Gathers warnings, or turns the first into an error where reading is strict.</summary>
/// <param name="strict">Whether the first warning is an error.</param>
/// <param name="most">How many warnings are kept; the others are counted.</param>
internal sealed class WarningLog(bool strict, int most = WarningLog.Most)
{
    /// <summary>The most warnings that are kept, so that a broken file cannot fill the memory with them.</summary>
    public const int Most = 100;

    private readonly List<MidiWarning> _warnings = [];
    private long _left;
    private long _leftOffset;

    /// <summary>Whether the next warning is kept, or thrown; no text is made of any other.</summary>
    public bool IsOpen => strict || _warnings.Count < most;

    public bool IsEmpty => _warnings.Count == 0 && _left == 0;

    public void Add(
        MidiWarningCode code,
        long offset,
        [InterpolatedStringHandlerArgument("")] ref Phrase expected,
        [InterpolatedStringHandlerArgument("")] ref Phrase found,
        [InterpolatedStringHandlerArgument("")] ref Phrase done)
    {
        if (strict)
        {
            const string Advice = "Read it without the strict option to take what makes sense.";
            throw new MidiFormatException(offset, expected.ToText(), found.ToText(), Advice);
        }

        if (IsOpen)
        {
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

    /// <summary>A part of a warning's message, put together only where the warning is kept.</summary>
    [InterpolatedStringHandler]
    public ref struct Phrase
    {
        private DefaultInterpolatedStringHandler _text;

        public Phrase(int literalLength, int formattedCount, WarningLog log, out bool isKept)
        {
            isKept = log.IsOpen;
            _text = isKept ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
        }

        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

        public string ToText() => _text.ToStringAndClear();
    }
}
