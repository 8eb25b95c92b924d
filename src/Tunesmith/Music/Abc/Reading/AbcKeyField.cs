using System.Globalization;

namespace Tunesmith.Music.Abc.Reading;

/// <summary>What a <c>K:</c> or <c>V:</c> field says about how notes sound.</summary>
/// <param name="Key">The key; null where the field names none.</param>
/// <param name="Shift">By how many semitones notes sound higher; null where the field does not say.</param>
internal readonly record struct AbcKeyField(AbcKey? Key, int? Shift)
{
    private const int MostShift = 127;

    private static readonly string[] Clefs = ["treble", "bass", "alto", "tenor", "perc", "none", "auto"];

    /// <summary>Reads the value of a <c>K:</c> field: a tonic, a mode, accidentals, and what <see cref="ReadShift"/> reads.</summary>
    /// <exception cref="AbcFormatException">It begins with what is neither a key nor a clef.</exception>
    public static AbcKeyField Read(string value, AbcPlace place, AbcLog log)
    {
        AbcScanner scanner = new(value, place.Line, place.Column);
        AbcKey? key = ReadTonic(scanner, value, log);
        while (!scanner.AtEnd)
        {
            scanner.SkipSpaces();
            int before = scanner.Position;
            if (scanner.TakeAccidental() is { } alteration && AbcLetters.PlaceOf(scanner.Next) is >= 0 and int letter)
            {
                key = (key ?? AbcKey.None).With(letter, alteration);
                scanner.Position++;
                continue;
            }

            scanner.Position = before;
            SkipWord(scanner);
        }

        return new AbcKeyField(key, ReadShift(value));
    }

    /// <summary>
    /// Reads <c>octave=N</c>, <c>transpose=N</c> and clefs that end in <c>-8</c>, <c>+8</c>, <c>-15</c> or <c>+15</c>, and adds them up.
    /// </summary>
    public static int? ReadShift(string value)
    {
        int? shift = null;
        foreach (string word in value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "clef" : word[..equals].ToLowerInvariant();
            string setting = word[(equals + 1)..].Trim('"').ToLowerInvariant();
            int? semitones = name switch
            {
                "octave" => 12 * NumberIn(setting),
                "transpose" => NumberIn(setting),
                "clef" => ShiftOfClef(setting),
                _ => null,
            };
            shift = semitones is null ? shift : Math.Clamp((shift ?? 0) + semitones.Value, -MostShift, MostShift);
        }

        return shift;
    }

    private static AbcKey? ReadTonic(AbcScanner scanner, string value, AbcLog log)
    {
        scanner.SkipSpaces();
        AbcPlace place = scanner.Place;
        string word = TakeWord(scanner);
        if (word.Length == 0 || word.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return AbcKey.None;
        }

        if (word is "HP" or "Hp")
        {
            return AbcKey.OfFifths(2); // the pipes' scale: F and C are sharp
        }

        if (IsModifier(word))
        {
            scanner.Position = 0; // the key stays; accidentals may stand here
            return null;
        }

        if (word[0] is < 'A' or > 'G')
        {
            throw AbcLog.Error(place, "a key, such as G, Ador or Bbm,", AbcLog.Quote(value), "Name the key, or write K:none.");
        }

        int used = 1;
        int accidental = word.Length > 1 ? word[1] switch { '#' or '♯' => 1, 'b' or '♭' => -1, _ => 0 } : 0;
        used += Math.Abs(accidental);
        string mode = word[used..];
        if (mode.Length == 0)
        {
            int before = scanner.Position;
            scanner.SkipSpaces();
            string next = TakeWord(scanner);
            bool isMode = AbcKey.FifthsOf('C', 0, next) is not null || next.StartsWith("exp", StringComparison.OrdinalIgnoreCase);
            mode = isMode ? next : "";
            scanner.Position = isMode ? scanner.Position : before;
        }

        if (mode.StartsWith("exp", StringComparison.OrdinalIgnoreCase))
        {
            return AbcKey.None;
        }

        int? fifths = AbcKey.FifthsOf(word[0], accidental, mode);
        if (fifths is null)
        {
            log.Add(place, "a mode, such as min, dor or mix,", AbcLog.Quote(mode), "read as major");
        }

        return AbcKey.OfFifths(fifths ?? AbcKey.FifthsOf(word[0], accidental, "")!.Value);
    }

    private static bool IsModifier(string word) =>
        word.Contains('=', StringComparison.Ordinal) || word[0] is '^' or '_' || ClefOf(word.ToLowerInvariant()) is not null;

    private static string? ClefOf(string word) => Array.Find(Clefs, clef => word.StartsWith(clef, StringComparison.Ordinal));

    private static int? ShiftOfClef(string setting) => ClefOf(setting) is null
        ? null
        : setting switch
        {
            _ when setting.EndsWith("-8", StringComparison.Ordinal) => -12,
            _ when setting.EndsWith("+8", StringComparison.Ordinal) => 12,
            _ when setting.EndsWith("-15", StringComparison.Ordinal) => -24,
            _ when setting.EndsWith("+15", StringComparison.Ordinal) => 24,
            _ => null,
        };

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
        && Math.Abs((long)number) <= MostShift
            ? number
            : null;

    /// <summary>Takes letters up to white space or an accidental, so that <c>Dexp_b</c> is two words and <c>clef=bass</c> is one.</summary>
    private static string TakeWord(AbcScanner scanner)
    {
        int start = scanner.Position;
        while (!scanner.AtEnd && !char.IsWhiteSpace(scanner.Next) && scanner.Next is not '^' and not '_')
        {
            scanner.Position++;
        }

        return scanner.Slice(start, scanner.Position);
    }

    private static void SkipWord(AbcScanner scanner)
    {
        while (!scanner.AtEnd && !char.IsWhiteSpace(scanner.Next))
        {
            scanner.Position++;
        }
    }
}
