namespace Tunesmith.Music.Abc.Reading;

/// <summary>A line of a file.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Without its comment.</param>
internal readonly record struct AbcLine(int Number, string Text)
{
    /// <summary>Whether it is a field, such as <c>T:</c>, and no music that begins with a colon after a letter.</summary>
    public bool IsField =>
        Text.Length >= 2 && char.IsAsciiLetter(Text[0]) && Text[1] == ':' && (Text.Length == 2 || Text[2] is not ('|' or ':'));

    /// <summary>The field's letter.</summary>
    public char Field => Text[0];

    /// <summary>The field's value.</summary>
    public string Value => Text[2..];

    /// <summary>Where the value begins.</summary>
    public AbcPlace ValuePlace => new(Number, 3);
}
