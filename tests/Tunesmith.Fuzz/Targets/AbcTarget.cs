using Tunesmith.Fuzz.Mutating;
using Tunesmith.Fuzz.Seeds;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Fuzz.Targets;

/// <summary>
/// ABC. A text has a tune at least, or is refused with an <see cref="AbcFormatException"/>; each tune has a song or an error. Read
/// strictly, a tune has the same song where there was no warning, and an error where there was one. A song that can be written as ABC is
/// read again with the same notes.
/// </summary>
internal sealed class AbcTarget : IFuzzTarget
{
    private const int BytesPerNote = 600;
    private const int BytesOfRefusal = 64 << 20; // the order of up to 1,000,000 repeated parts, before they turn out too many
    private const int LongSong = 400; // in quarters; longer ones may take a second to be written and say no more than others
    private const int ManyNotes = 2_000;
    private const int LongSongsLeftOut = 64; // of so many all but one

    // Repeats make many notes of few bytes: what is made of them is counted with the notes. An order has at most 10,000 parts.
    private static readonly CostLimit Reading = new(Bytes: 16 << 20, BytesPerByte: 4_000, Milliseconds: 20, NanosecondsPerByte: 20_000);

    private static readonly AbcReadOptions Strict = new() { Strict = true };

    /// <inheritdoc/>
    public string Name => "abc";

    /// <inheritdoc/>
    public IReadOnlyList<Mutation> Mutations { get; } = new TextMutations(
        "X:1\n", "T:a\n", "M:3/4\n", "M:C|\n", "M:none\n", "L:1/16\n", "Q:1/4=120\n", "Q:\"x\" 90\n", "K:C\n", "K:F#m\n", "K:HP\n",
        "K:D exp _b\n", "P:A(AB)3\n", "P:A\n", "V:1\n", "V:2 octave=-1\n", "[V:1]", "[K:G]", "[M:6/8]", "[L:1/4]", "[Q:60]", "|", "||",
        "|:", ":|", "::", "|]", "[1", "[2", "|1,3", "|2-4", ":|2", "&", "-", "(3", "(5:4:5", "(9", "{ab}", "[CEG]", "\"Am\"", "!f!", "~",
        ">", "<<", "z", "Z4", "x/", "^", "__", "=", "c'", "C,,", "A3/2", "b//", "/", "%", "\\\n", "\n\n", "é", "\\'e", "&eacute;",
        "\\u00e9", "w: la la\n", "+:x\n").All;

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds() => AbcSeeds.All();

    /// <inheritdoc/>
    public string Try(byte[] input, CostMeter meter)
    {
        AbcTunebook? book = null;
        AbcFormatException? refusal = null;
        meter.Measure(
            "reading", input.Length, () => LimitOf(book), () => book = Refusal.Catch(() => AbcTunebook.FromBytes(input), out refusal));
        AbcTunebook? strict = Refusal.Catch(() => AbcTunebook.FromBytes(input, Strict), out AbcFormatException? _);
        FuzzFailureException.Unless(book is null == strict is null, "expected the same tunes in strict mode");
        if (book is null)
        {
            FuzzFailureException.UnlessOneLine(refusal!.Message);
            return $"refused {Signature.Words(refusal.Expected)}";
        }

        FuzzFailureException.Unless(book.Tunes.Count == strict!.Tunes.Count, "expected as many tunes in strict mode");
        string[] tunes = [.. book.Tunes.Zip(strict.Tunes, (tune, again) => Try(tune, again, input.Length, meter)).Distinct().Take(4)];
        return book.Tunes.Any(IsSlow) ? "" : string.Join(' ', tunes);
    }

    /// <summary>Whether repeats and long notes made a song that takes too long to be tried in many variants.</summary>
    private static bool IsSlow(AbcTune tune) => tune.Score is { } score
        ? NotesOf(tune) > ManyNotes || score.EndTick / score.TicksPerQuarter > LongSong
        : tune.Error!.Expected.StartsWith("at most", StringComparison.Ordinal);

    private static CostLimit LimitOf(AbcTunebook? book)
    {
        long notes = book?.Tunes.Sum(NotesOf) ?? 0;
        long refused = book?.Tunes.Any(tune => tune.Error is not null) == true ? BytesOfRefusal : 0;
        return Reading with
        {
            Bytes = Reading.Bytes + refused + (BytesPerNote * notes),
            Milliseconds = Reading.Milliseconds + (1e-6 * (refused + (2_000 * notes))),
        };
    }

    private static string Try(AbcTune tune, AbcTune strict, int size, CostMeter meter)
    {
        FuzzFailureException.Unless(tune.Score is null != tune.Error is null, "expected either a song or an error");
        foreach (AbcWarning warning in tune.Warnings)
        {
            FuzzFailureException.UnlessOneLine(warning.Message);
        }

        FuzzFailureException.Unless(
            strict.Score is null == (tune.Score is null || tune.Warnings.Count > 0),
            $"expected strict reading to refuse what is warned of, found {tune.Warnings.Count} warnings and {strict.Error?.Message}");
        if (tune.Score is not { } score)
        {
            FuzzFailureException.UnlessOneLine(tune.Error!.Message);
            return $"error {Signature.Words(tune.Error.Expected)}";
        }

        IEnumerable<string> warned = tune.Warnings.Select(warning => Signature.Words(warning.Message));
        return $"{Signature.Bucket(score.Tracks.Count)} {SongCheck.Try(score, size + NotesOf(tune), meter)} {WriteAndRead(score)} "
            + string.Join(',', warned.Distinct().Order(StringComparer.Ordinal));
    }

    private static string WriteAndRead(Score score)
    {
        if (score.EndTick / score.TicksPerQuarter > LongSong && score.EndTick % LongSongsLeftOut > 0)
        {
            return "long";
        }

        string text;
        try
        {
            text = score.ToAbc().Text;
        }
        catch (InvalidOperationException refusal)
        {
            FuzzFailureException.UnlessOneLine(refusal.Message);
            return "unwritten";
        }

        AbcTune again = AbcTunebook.Parse(text).Tunes[0];
        FuzzFailureException.Unless(again.Score is not null, $"expected what is written to be read again, found {again.Error?.Message}");
        FuzzFailureException.Unless(Times(score).SequenceEqual(Times(again.Score!)), "expected the same notes after writing and reading");
        return "written";
    }

    /// <summary>The notes that last, by their times in quarters.</summary>
    private static IEnumerable<(decimal Onset, decimal End, Pitch Pitch)> Times(Score score) => score.Notes
        .Where(note => note.Length > 0)
        .Select(note => (At(note.Onset, score), At(note.End, score), note.Pitch))
        .Order();

    private static decimal At(long tick, Score score) => Math.Round((decimal)tick / score.TicksPerQuarter, 12);

    private static long NotesOf(AbcTune tune) => tune.Score?.Tracks.Sum(track => (long)track.Notes.Count) ?? 0;
}
