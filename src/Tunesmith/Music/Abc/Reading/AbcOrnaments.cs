namespace Tunesmith.Music.Abc.Reading;

/// <summary>Moves over what does not change the notes: chord symbols, annotations, decorations, slurs, spaces.</summary>
internal static class AbcOrnaments
{
    /// <summary>Moves over the symbol that stands next. What is none is passed over with a warning.</summary>
    public static void Skip(AbcScanner scanner, AbcLog log)
    {
        AbcPlace place = scanner.Place;
        char next = scanner.Next;
        scanner.Position++;
        switch (next)
        {
            case '"':
                if (scanner.TakeTo('"') is null)
                {
                    log.Add(place, "'\"' after a text", "the end of the line", "the mark is passed over");
                }

                break;
            case '!' or '+':
                SkipDecoration(scanner, next);
                break;
            case 'y':
                _ = scanner.TakeLength(); // space in print, which may have a width
                break;
            case '(' or ')' or '.' or '~' or '`' or '\\' or '$' or '*' or ';':
            case (>= 'H' and <= 'W') or (>= 'h' and <= 'w'):
                break;
            default:
                if (!char.IsWhiteSpace(next))
                {
                    log.Add(place, "music", AbcLog.Quote([next]), "passed over");
                }

                break;
        }
    }

    /// <summary><c>!trill!</c> is a decoration; a mark alone once broke lines, and means nothing.</summary>
    private static void SkipDecoration(AbcScanner scanner, char mark)
    {
        int start = scanner.Position;
        if (scanner.TakeTo(mark) is { } name && name.AsSpan().ContainsAny(" |[]\t"))
        {
            scanner.Position = start;
        }
    }
}
