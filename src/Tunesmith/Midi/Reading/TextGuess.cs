using System.Text.Unicode;

namespace Tunesmith.Midi.Reading;

/// <summary>
/// Guesses the encoding of a file's texts from all of them together, since one word alone says little. If at least half of the
/// bytes of those texts that are not ASCII are valid UTF-8, they are UTF-8. Else each other encoding is given points for every
/// character that it would make: many for those that words are made of (kana, common kanji, the hangul of KS X 1001, an accented
/// letter beside a plain one), few for rare ones, and less than none for what no text would hold. The most points win.
/// </summary>
internal static class TextGuess
{
    /// <summary>The most bytes that are looked at, so that a file of nothing but text takes no longer than another.</summary>
    public const int MostBytes = 1 << 16;

    private const int Impossible = -12;

    public static MidiTextEncoding Of(IEnumerable<MidiTrack> tracks)
    {
        TextPoints points = default;
        int seen = 0;
        foreach (MidiTrack track in tracks)
        {
            MidiEventList events = track.Events;
            foreach (ref readonly MidiRecord record in events.Records)
            {
                if (record.Status == 0xFF && MidiText.IsText(record.Data1) && seen < MostBytes)
                {
                    seen += Add(ref points, Beginning(events.Payloads.Of(record).Span, MostBytes - seen));
                }
            }
        }

        return points.Best;
    }

    public static MidiTextEncoding Of(ReadOnlySpan<byte> text)
    {
        TextPoints points = default;
        Add(ref points, text);
        return points.Best;
    }

    /// <summary>The beginning of a text, not cut within a character of UTF-8: half of one would be a fault of the text.</summary>
    private static ReadOnlySpan<byte> Beginning(ReadOnlySpan<byte> text, int most)
    {
        const int MostTrails = 3;
        int end = Math.Min(text.Length, most);
        while (end > 0 && end < text.Length && most - end < MostTrails && (text[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return text[..end];
    }

    private static int Add(ref TextPoints points, ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
        {
            return 0;
        }

        points.Utf8 += Utf8.IsValid(text) ? text.Length : -text.Length;
        for (int at = 0; at < text.Length; at++)
        {
            points.Windows1252 += text[at] < 0x80 ? 0 : Windows1252(text, at);
        }

        for (int at = 0; at < text.Length;)
        {
            points.ShiftJis += text[at] < 0x80 ? 0 : ShiftJis(text, at);
            at += text[at] is < 0x81 or (>= 0xA0 and < 0xE0) or > 0xFC ? 1 : 2;
        }

        for (int at = 0; at < text.Length;)
        {
            points.Korean += text[at] < 0x80 ? 0 : Korean(text, at);
            at += text[at] is < 0x81 or > 0xFE ? 1 : 2;
        }

        return text.Length;
    }

    private static int Windows1252(ReadOnlySpan<byte> text, int at)
    {
        byte before = At(text, at - 1);
        byte after = At(text, at + 1);
        bool isByLetter = IsLetter(before) || IsLetter(after);
        bool isAlone = before < 0x80 && after < 0x80;
        return text[at] switch
        {
            0x81 or 0x8D or 0x8F or 0x90 or 0x9D => Impossible,
            >= 0xC0 and <= 0xDE when before is >= (byte)'a' and <= (byte)'z' => -2, // a capital in the midst of a word
            0xD7 or 0xF7 => -1,
            >= 0xC0 or 0x8A or 0x8C or 0x8E or 0x9A or 0x9C or 0x9E or 0x9F => isByLetter ? 3 : isAlone ? 1 : -2,
            0x85 or (>= 0x91 and <= 0x97) or 0x99 or 0xA1 or 0xA9 or 0xAB or 0xAE or 0xB0 or 0xB4 or 0xBB or 0xBF => isAlone ? 2 : -1,
            _ => -1,
        };
    }

    private static int ShiftJis(ReadOnlySpan<byte> text, int at)
    {
        byte lead = text[at];
        byte trail = At(text, at + 1);
        return (lead, trail) switch
        {
            ( >= 0xA1 and <= 0xDF, _) => IsKatakanaOfHalfWidth(At(text, at - 1)) || IsKatakanaOfHalfWidth(trail) ? 2 : -2,
            (0x80 or 0xA0 or >= 0xFD, _) or (_, < 0x40 or 0x7F or > 0xFC) => Impossible,
            _ when IsLetter(trail) && At(text, at - 1) < 0x80 && At(text, at + 2) < 0x80 => -2, // one among Latin letters
            (0x82, >= 0x9F and <= 0xF1) => 6, // hiragana
            (0x83, <= 0x96) => 5, // katakana
            (0x81, _) or (0x82, _) => 4, // marks, wide letters
            ( >= 0x88 and <= 0x97, _) or (0x98, <= 0x72) => 4, // kanji that are common
            ( >= 0x98 and <= 0xEA, _) => 1, // kanji that are not
            _ => -4,
        };
    }

    private static int Korean(ReadOnlySpan<byte> text, int at) => (text[at], At(text, at + 1)) switch
    {
        ( >= 0xB0 and <= 0xC8, >= 0xA1 and <= 0xFE) => 6, // hangul of KS X 1001
        ( >= 0xA1 and <= 0xA4, >= 0xA1 and <= 0xFE) => 2, // marks, wide letters, jamo
        ( >= 0xA5 and <= 0xFD, >= 0xA1 and <= 0xFE) => -1, // other scripts, hanja
        ( >= 0x81 and <= 0xC6, (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or (>= 0x81 and <= 0xFE)) => -2, // hangul that no word needs
        _ => Impossible,
    };

    private static byte At(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length ? text[at] : (byte)0;

    private static bool IsLetter(byte value) => (value | 0x20) is >= 'a' and <= 'z';

    private static bool IsKatakanaOfHalfWidth(byte value) => value is >= 0xA6 and <= 0xDF;

    /// <summary>The points of each encoding.</summary>
    private struct TextPoints
    {
        public long Utf8;
        public long Windows1252;
        public long ShiftJis;
        public long Korean;

        public readonly MidiTextEncoding Best =>
            Utf8 >= 0 ? MidiTextEncoding.Utf8
            : Windows1252 >= Math.Max(ShiftJis, Korean) ? MidiTextEncoding.Windows1252
            : ShiftJis > Korean ? MidiTextEncoding.ShiftJis
            : MidiTextEncoding.Korean;
    }
}
