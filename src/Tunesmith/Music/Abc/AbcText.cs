using System.Globalization;
using System.Text;

namespace Tunesmith.Music.Abc;

/// <summary>The bytes of a file as text, its lines, and the letters that ABC spells with a backslash.</summary>
internal static class AbcText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // A mark and the letters it goes on, with what they make.
    private static readonly Dictionary<char, (string Plain, string Marked)> Marks = new()
    {
        ['`'] = ("AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ['\''] = ("AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
        ['^'] = ("AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        ['"'] = ("AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
        ['~'] = ("ANOano", "ÃÑÕãñõ"),
        ['c'] = ("CcSs", "ÇçŞş"),
        ['v'] = ("CcEeNnRrSsZz", "ČčĚěŇňŘřŠšŽž"),
        ['u'] = ("AaEeGg", "ĂăĔĕĞğ"),
        ['H'] = ("OoUu", "ŐőŰű"),
        ['/'] = ("Oo", "Øø"),
        ['a'] = ("ae", "åæ"),
        ['A'] = ("AE", "ÅÆ"),
        ['o'] = ("e", "œ"),
        ['O'] = ("E", "Œ"),
        ['s'] = ("s", "ß"),
    };

    private static readonly Dictionary<string, char> EntityMarks = new()
    {
        ["acute"] = '\'',
        ["grave"] = '`',
        ["circ"] = '^',
        ["uml"] = '"',
        ["tilde"] = '~',
        ["cedil"] = 'c',
        ["caron"] = 'v',
        ["slash"] = '/',
    };

    /// <summary>The bytes as text: UTF-16 where they begin with its mark, else UTF-8 where they are valid UTF-8, else Latin-1.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (bytes[0] == 0xFF ? System.Text.Encoding.Unicode : System.Text.Encoding.BigEndianUnicode).GetString(bytes[2..]);
        }

        ReadOnlySpan<byte> rest = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        try
        {
            return Utf8.GetString(rest);
        }
        catch (DecoderFallbackException)
        {
            return System.Text.Encoding.Latin1.GetString(rest);
        }
    }

    /// <summary>The lines, whatever ends them.</summary>
    public static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');

    /// <summary>A line without its comment, which begins at a percent sign that no backslash stands before.</summary>
    public static string WithoutComment(string line)
    {
        for (int index = line.IndexOf('%', StringComparison.Ordinal); index >= 0; index = line.IndexOf('%', index + 1))
        {
            if (index == 0 || line[index - 1] != '\\')
            {
                return line[..index];
            }
        }

        return line;
    }

    /// <summary>
    /// A title as it is meant: <c>\'e</c>, <c>&amp;eacute;</c> and <c>\u00e9</c> are all é. Marks that are not known stay as they stand.
    /// </summary>
    public static string Unescape(string text)
    {
        if (!text.AsSpan().ContainsAny('\\', '&'))
        {
            return text.Trim();
        }

        StringBuilder result = new(text.Length);
        for (int at = 0; at < text.Length;)
        {
            int used = text[at] switch
            {
                '\\' => Backslash(text, at, result),
                '&' => Entity(text, at, result),
                _ => 0,
            };
            if (used == 0)
            {
                result.Append(text[at]);
                used = 1;
            }

            at += used;
        }

        return result.ToString().Trim();
    }

    /// <summary>A text as the value of a field: one line, with what ABC would take for something else behind a backslash.</summary>
    public static string Escape(string text)
    {
        string line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("&", "\\&", StringComparison.Ordinal);
    }

    private static int Backslash(string text, int at, StringBuilder result)
    {
        if (at + 1 >= text.Length)
        {
            return 0;
        }

        char next = text[at + 1];
        if (next is '\\' or '%' or '&')
        {
            result.Append(next);
            return 2;
        }

        if (next == 'u' && at + 6 <= text.Length
            && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            && !char.IsSurrogate((char)code))
        {
            result.Append((char)code);
            return 6;
        }

        return at + 2 < text.Length && Marked(next, text[at + 2]) is { } marked ? Say(marked, 3) : 0;

        int Say(char letter, int used)
        {
            result.Append(letter);
            return used;
        }
    }

    private static int Entity(string text, int at, StringBuilder result)
    {
        int end = text.IndexOf(';', at, Math.Min(10, text.Length - at));
        if (end < at + 3)
        {
            return 0;
        }

        string name = text[(at + 1)..end];
        char? letter = name switch
        {
            "amp" => '&',
            "quot" => '"',
            "lt" => '<',
            "gt" => '>',
            "szlig" => 'ß',
            _ => EntityMarks.TryGetValue(name[1..], out char mark) ? Marked(mark, name[0]) : null,
        };
        if (letter is null)
        {
            return 0;
        }

        result.Append(letter);
        return end + 1 - at;
    }

    private static char? Marked(char mark, char letter) =>
        Marks.TryGetValue(mark, out (string Plain, string Marked) letters)
        && letters.Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and int index
            ? letters.Marked[index]
            : null;
}
