namespace Tunesmith.Tests.Documents;

/// <summary>A file of <c>songbook</c> as text: its fields and its music, read without the library.</summary>
internal sealed class SongbookFile
{
    private readonly string[] _lines;

    public SongbookFile(string name, string text)
    {
        Name = name;
        Text = text;
        _lines = text.TrimEnd('\n').Split('\n');
    }

    public static IReadOnlyList<SongbookFile> All { get; } =
    [
        .. Directory.GetFiles(RepositoryFolder.PathOf("songbook"), "*.abc")
            .Order(StringComparer.Ordinal)
            .Select(path => new SongbookFile(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    public string Name { get; }

    public string Text { get; }

    /// <summary>The lines before the music.</summary>
    public string[] Head => [.. _lines.TakeWhile(line => line[0] == '%' || (line[1] == ':' && char.IsAsciiLetterUpper(line[0])))];

    /// <summary>The lines after the head, as one.</summary>
    public string Music => string.Join(' ', _lines[Head.Length..]);

    public string[] Titles => Fields('T');

    public string Meter => Fields('M')[0];

    /// <summary>Why the tune is in the public domain.</summary>
    public string Reason => Fields('N')[0]["Public domain: ".Length..];

    public static SongbookFile Of(string name) => All.Single(file => file.Name == name);

    public string[] Fields(char letter) =>
        [.. Head.Where(line => line[0] == letter && line[1] == ':').Select(line => line[2..])];
}
