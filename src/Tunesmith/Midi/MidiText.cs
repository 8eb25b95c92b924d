using System.Text;
using System.Text.Unicode;

namespace Tunesmith.Midi;

/// <summary>Makes text of the bytes of a text event.</summary>
internal static class MidiText
{
    private static readonly System.Text.Encoding Windows1252 = CodePage(1252);
    private static readonly System.Text.Encoding ShiftJis = CodePage(932);
    private static readonly System.Text.Encoding Korean = CodePage(949);

    /// <summary>Whether meta events of a type hold text: 01 to 0F are set apart for it.</summary>
    public static bool IsText(byte metaType) => metaType is >= 0x01 and <= 0x0F;

    public static string Decode(ReadOnlySpan<byte> bytes, MidiTextEncoding encoding) => encoding switch
    {
        MidiTextEncoding.Windows1252 => Windows1252.GetString(bytes),
        MidiTextEncoding.ShiftJis => ShiftJis.GetString(bytes),
        MidiTextEncoding.Korean => Korean.GetString(bytes),
        _ => (Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8 : Windows1252).GetString(bytes),
    };

    private static System.Text.Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
