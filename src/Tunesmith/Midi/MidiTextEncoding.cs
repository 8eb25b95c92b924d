namespace Tunesmith.Midi;

/// <summary>How the bytes of a file's texts are read. A file does not say; it is guessed from all of its texts together.</summary>
public enum MidiTextEncoding : byte
{
    /// <summary>UTF-8, and Windows-1252 for a text that is not.</summary>
    Utf8,

    /// <summary>Windows-1252: Latin-1 with quotation marks and the like at 80 to 9F. For Western Europe.</summary>
    Windows1252,

    /// <summary>Shift-JIS, code page 932. For Japanese.</summary>
    ShiftJis,

    /// <summary>Unified Hangul, code page 949, which holds EUC-KR. For Korean.</summary>
    Korean,
}
