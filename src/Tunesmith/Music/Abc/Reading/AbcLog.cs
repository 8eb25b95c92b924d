namespace Tunesmith.Music.Abc.Reading;

/// <summary>Gathers a tune's warnings, or turns the first into an error where reading is strict.</summary>
internal sealed class AbcLog(bool strict)
{
    /// <summary>The most warnings that are kept, so that a broken file cannot fill the memory with them.</summary>
    public const int Most = 100;

    private const int ShownLetters = 24;

    private readonly List<AbcWarning> _warnings = [];
    private int _left;
    private AbcPlace _leftPlace;

    public void Add(AbcPlace place, string expected, string found, string done)
    {
        if (strict)
        {
            throw Error(place, expected, found, "Read it without the strict option to take what makes sense.");
        }

        if (_warnings.Count < Most)
        {
            string message = $"expected {expected} at line {place.Line}, column {place.Column}, found {found}; {done}";
            _warnings.Add(new AbcWarning(place.Line, place.Column, message));
        }
        else if (_left++ == 0)
        {
            _leftPlace = place;
        }
    }

    public AbcWarning[] ToArray() => _left == 0
        ? [.. _warnings]
        : [.. _warnings, new AbcWarning(_leftPlace.Line, _leftPlace.Column, $"{_left} more from line {_leftPlace.Line} on")];

    public static AbcFormatException Error(AbcPlace place, string expected, string found, string advice) =>
        new(place.Line, place.Column, expected, found, advice);

    /// <summary>A piece of the text in quotes, for a message on one line.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return "nothing";
        }

        string shown = text.Length > ShownLetters ? $"{text[..ShownLetters]}..." : text.ToString();
        return $"'{string.Concat(shown.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter))}'";
    }
}
