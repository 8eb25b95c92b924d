using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Inputs;

/// <summary>Songs as tokens with places in the bar, written by hand or by chance, in either encoding.</summary>
internal static class InputSongs
{
    private const int Hold = -2;
    private const int Rest = -1;

    private static readonly Meter[] SomeMeters =
        [new(4, 4), new(3, 4), new(2, 4), new(1, 4), new(6, 8), new(7, 16), new(3, 16), new(1, 16), new(1, 64), new(25, 4), new(255, 1)];

    /// <summary>Every row group, for an encoding of which each token has a row.</summary>
    public static RowGroup[] Groups(MelodyEncoding encoding) =>
    [
        new TokenRows(encoding.TokenCount),
        new SoundingRows(encoding.TokenCount),
        new PreviousRows(encoding.TokenCount),
        new PositionRows(),
        new HeldRows(),
    ];

    /// <summary>Copy sources of every kind.</summary>
    public static CopySource[] Sources { get; } =
    [
        .. new[]
        {
            "hold", "bars 0.5", "bars 1", "bars 1.5", "bars 2", "bars 4", "bars 64", "figure", "pitch",
            "sequence 0.5", "sequence 1", "sequence 2",
        }.Select(CopySources.ByName),
    ];

    /// <summary>A layout of every row group and sources of every kind.</summary>
    public static InputLayout Layout(MelodyEncoding encoding) => new(encoding, Groups(encoding), Sources);

    /// <summary>
    /// An encoding and a song of 1 to 150 steps: figures that come again, some of them moved, in meters that change anywhere, among them
    /// bars of one step, of odd lengths and of 4,080 steps. Its pitches stay within 41 to 79, and any token follows any other.
    /// </summary>
    public static Gen<(MelodyEncoding Encoding, TokenSequence Song)> Any { get; } =
        from encoding in Gen.Int[0, 1].Select(index => Encodings.All[index])
        from figures in Gen.Frequency(
            (2, Gen.Const(Hold)), (1, Gen.Const(Rest)), (3, Gen.Int[58, 62])).Array[1, 12].Array[1, 3]
        from parts in Gen.Select(Gen.Int[0, figures.Length - 1], Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[-17, 17]))).Array[1, 20]
        from meters in Gen.Select(Gen.Int[0, 150], Gen.Int[0, SomeMeters.Length - 1]).Array[0, 5]
        select (encoding, Song(
            encoding,
            [.. parts.SelectMany(part => figures[part.Item1].Select(value => value < 0 ? value : value + part.Item2)).Take(150)],
            new MeterMap(meters.DistinctBy(meter => meter.Item1).Select(meter => new MeterChange(meter.Item1, SomeMeters[meter.Item2])))));

    /// <summary>Tokens of names as in <c>C4 - . D4</c>: a dash or <c>hold</c> goes on, a dot or <c>rest</c> is a rest.</summary>
    public static int[] Tokens(MelodyEncoding encoding, string names) => Tokens(
        encoding,
        [.. names.Split(' ').Select(name => name switch
        {
            "-" or "hold" => Hold,
            "." or "rest" => Rest,
            _ => Pitch.TryParse(name, out Pitch pitch) ? pitch.Number : throw new ArgumentException(name),
        })]);

    /// <summary>The token of a pitch.</summary>
    public static int Token(MelodyEncoding encoding, int pitch) =>
        Enumerable.Range(0, encoding.TokenCount).Single(token => encoding.PitchOf(token)?.Number == pitch);

    /// <summary>A reader of a layout that has heard some tokens, all in bars of one length.</summary>
    public static InputReader Read(InputLayout layout, ReadOnlySpan<int> tokens, int bar)
    {
        InputReader reader = layout.CreateReader();
        for (int step = 0; step < tokens.Length; step++)
        {
            reader.Hear(tokens[step], new BarPosition((step + 1) % bar, bar));
        }

        return reader;
    }

    private static TokenSequence Song(MelodyEncoding encoding, int[] values, MeterMap meters)
    {
        int[] tokens = Tokens(encoding, values);
        return new TokenSequence(encoding, tokens, [.. Enumerable.Range(0, tokens.Length).Select(step => meters.PositionAt(step, 4))]);
    }

    private static int[] Tokens(MelodyEncoding encoding, int[] values)
    {
        int[] tokens = new int[values.Length];
        for (int step = 0; step < values.Length; step++)
        {
            tokens[step] = values[step] switch
            {
                Hold when encoding.Name == "melody" => 0,
                Hold => step == 0 ? encoding.RestToken : tokens[step - 1],
                Rest => encoding.RestToken,
                int pitch => Token(encoding, pitch),
            };
        }

        return tokens;
    }
}
