namespace Tunesmith.Music.Abc;

/// <summary>One tune of a file: its song, or why there is none.</summary>
public sealed class AbcTune
{
    /// <summary>What <c>X:</c> says; 0 where it says no number.</summary>
    public required int Number { get; init; }

    /// <summary>Its titles, the first <c>T:</c> first; empty where it has none.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>The first title; empty where it has none.</summary>
    public string Title => Titles.Count == 0 ? "" : Titles[0];

    /// <summary>The line on which it begins, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The song, one track a voice, with its repeats written out; null where it cannot be read.</summary>
    public Score? Score { get; init; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public AbcFormatException? Error { get; init; }

    /// <summary>
    /// Where it breaks the format or says what is not played, and was read all the same; 100 at most, and a last that counts the others.
    /// </summary>
    public IReadOnlyList<AbcWarning> Warnings { get; init; } = [];
}
