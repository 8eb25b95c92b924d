namespace Tunesmith.Music.Abc.Reading;

/// <summary>A place that moves through one line, and the small things that are read there: numbers, lengths, accidentals.</summary>
/// <param name="text">The line.</param>
/// <param name="line">Its number, counted from 1.</param>
/// <param name="column">The column of its first character, counted from 1.</param>
internal sealed class AbcScanner(string text, int line, int column = 1)
{
    private const int MostDigits = 12;

    private char _missing; // what was looked for last and does not follow any more

    /// <summary>The character to be read next, counted from 0.</summary>
    public int Position { get; set; }

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd => Position >= text.Length;

    /// <summary>The next character; 0 at the end.</summary>
    public char Next => Peek(0);

    /// <summary>Where the next character stands in the file.</summary>
    public AbcPlace Place => new(line, column + Position);

    /// <summary>What is left.</summary>
    public ReadOnlySpan<char> Rest => AtEnd ? [] : text.AsSpan(Position);

    /// <summary>The character some way on; 0 beyond the end.</summary>
    public char Peek(int distance) => Position + distance < text.Length ? text[Position + distance] : '\0';

    /// <summary>The text between two positions.</summary>
    public string Slice(int start, int end) => text[start..Math.Min(end, text.Length)];

    /// <summary>Moves over a character, where it is the next.</summary>
    public bool Take(char letter)
    {
        bool isNext = !AtEnd && text[Position] == letter;
        Position += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Moves over white space.</summary>
    public void SkipSpaces()
    {
        while (!AtEnd && char.IsWhiteSpace(text[Position]))
        {
            Position++;
        }
    }

    /// <summary>Moves over what stands before a character and the character itself, where it follows in the line.</summary>
    /// <param name="letter">The character that ends it.</param>
    /// <returns>What stands before it, or null where it does not follow; nothing is moved over then.</returns>
    public string? TakeTo(char letter)
    {
        int end = AtEnd || letter == _missing ? -1 : text.IndexOf(letter, Position);
        if (end < 0)
        {
            _missing = letter; // so that many that are open do not each look through the rest of the line
            return null;
        }

        string before = text[Position..end];
        Position = end + 1;
        return before;
    }

    /// <summary>A whole number, or null where no digit stands next. More than 12 digits are the greatest number of 12.</summary>
    public long? TakeNumber()
    {
        int start = Position;
        long value = 0;
        for (; !AtEnd && char.IsAsciiDigit(text[Position]); Position++)
        {
            value = Position - start < MostDigits ? (10 * value) + (text[Position] - '0') : 999_999_999_999;
        }

        return Position == start ? null : value;
    }

    /// <summary>
    /// The length after a note as a factor: <c>3</c>, <c>3/2</c>, <c>/4</c>, <c>/</c> for a half, <c>//</c> for a quarter; 1 where none
    /// stands there, null where it divides by 0 or is 0.
    /// </summary>
    public Fraction? TakeLength()
    {
        long over = TakeNumber() ?? 1;
        long under = 1;
        while (Take('/'))
        {
            under = Math.Min(under * Math.Min(TakeNumber() ?? 2, Fraction.MostDenominator), Fraction.MostDenominator);
        }

        return over == 0 || under == 0 ? null : new Fraction(over, under);
    }

    /// <summary>
    /// Reads the accidental that stands next: <c>^</c>, <c>^^</c>, <c>=</c>, <c>_</c> or <c>__</c>; null where there is none.
    /// </summary>
    public int? TakeAccidental()
    {
        if (Take('='))
        {
            return 0;
        }

        if (Take('^'))
        {
            return Take('^') ? 2 : 1;
        }

        return !Take('_') ? null : Take('_') ? -2 : -1;
    }
}
