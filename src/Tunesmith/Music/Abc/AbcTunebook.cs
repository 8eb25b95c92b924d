using System.Globalization;
using Tunesmith.Files;
using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Music.Abc;

/// <summary>
/// The tunes of a file in ABC 2.1, by their melodies: <c>docs/abc.md</c> says what is read and what is passed over. Nothing the text says
/// makes reading crash, hang or take memory out of proportion.
/// </summary>
public sealed class AbcTunebook
{
    private readonly bool _areNumbersTheirOwn;

    internal AbcTunebook(IReadOnlyList<AbcTune> tunes)
    {
        Tunes = tunes;
        _areNumbersTheirOwn = tunes.All(tune => tune.Number > 0) && tunes.DistinctBy(tune => tune.Number).Count() == tunes.Count;
    }

    /// <summary>The tunes in the order of the file; at least one.</summary>
    public IReadOnlyList<AbcTune> Tunes { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="AbcFormatException">
    /// The file holds no tune. A tune in it that cannot be read has its <see cref="AbcTune.Error"/>.
    /// </exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AbcTunebook Load(string path, AbcReadOptions? options = null)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return FromBytes(bytes, options);
        }
        catch (AbcFormatException exception)
        {
            throw exception.InFile(path);
        }
    }

    /// <summary>Reads a stream from where it stands to its end, which is taken as the end of the file.</summary>
    /// <param name="stream">The stream; it is left open.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="AbcFormatException">It holds no tune.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static AbcTunebook Load(Stream stream, AbcReadOptions? options = null) => FromBytes(WholeStream.Read(stream), options);

    /// <summary>Reads a file's bytes: UTF-8, with or without a mark, else Latin-1; UTF-16 with a mark.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="AbcFormatException">They hold no tune.</exception>
    public static AbcTunebook FromBytes(ReadOnlySpan<byte> bytes, AbcReadOptions? options = null) =>
        Parse(AbcText.Decode(bytes), options);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole of it.</param>
    /// <param name="options">How; by default tolerant.</param>
    /// <exception cref="AbcFormatException">It holds no tune.</exception>
    public static AbcTunebook Parse(string text, AbcReadOptions? options = null) =>
        AbcReader.Read(text, options ?? AbcReadOptions.Default);

    /// <summary>The song of a book that has one tune.</summary>
    /// <exception cref="AbcFormatException">It has several, or the tune cannot be read.</exception>
    internal Score OnlySong() => Tunes.Count == 1
        ? Tunes[0].Score ?? throw Tunes[0].Error!
        : throw AbcLog.Error(
            new AbcPlace(Tunes[1].Line, 1),
            "one tune",
            string.Create(CultureInfo.InvariantCulture, $"the second of {Tunes.Count}"),
            "Read the file with AbcTunebook.Load, and choose one of its Tunes.");

    /// <summary>
    /// The number by which a tune is asked for: its own where every tune of the file has another and all are above 0; else its place,
    /// counted from 1.
    /// </summary>
    /// <param name="index">The tune's place in <see cref="Tunes"/>.</param>
    public int NumberOf(int index) => _areNumbersTheirOwn ? Tunes[index].Number : index + 1;

    /// <summary>
    /// The place of a tune by its number (<see cref="NumberOf"/>) or by a title in letters of any case; the whole title comes before a part
    /// of one.
    /// </summary>
    /// <param name="numberOrTitle">Such as <c>3</c> or <c>old reel</c>.</param>
    /// <returns>A place in <see cref="Tunes"/>; -1 where there is no such tune.</returns>
    public int Find(string numberOrTitle)
    {
        string text = numberOrTitle.Trim();
        if (text.Length == 0)
        {
            return -1;
        }

        int[] places = [.. Enumerable.Range(0, Tunes.Count)];
        int found = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? Array.FindIndex(places, index => NumberOf(index) == number)
            : -1;
        found = found >= 0 ? found : Array.FindIndex(places, index => Tunes[index].Titles.Any(IsText));
        return found >= 0 ? found : Array.FindIndex(places, index => Tunes[index].Titles.Any(HasText));

        bool IsText(string title) => title.Equals(text, StringComparison.OrdinalIgnoreCase);

        bool HasText(string title) => title.Contains(text, StringComparison.OrdinalIgnoreCase);
    }
}
