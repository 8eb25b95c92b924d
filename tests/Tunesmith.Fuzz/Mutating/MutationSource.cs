namespace Tunesmith.Fuzz.Mutating;

/// <summary>What mutations draw on.</summary>
/// <param name="random">All chance.</param>
/// <param name="corpus">Other inputs.</param>
internal sealed class MutationSource(Random random, FuzzCorpus corpus)
{
    private static readonly byte[] Interesting =
        [0x00, 0x01, 0x02, 0x10, 0x20, 0x2F, 0x3F, 0x40, 0x51, 0x58, 0x7F, 0x80, 0x81, 0x90, 0xBF, 0xC0, 0xF0, 0xF7, 0xF8, 0xFE, 0xFF];

    /// <summary>All chance.</summary>
    public Random Random => random;

    /// <summary>Another input.</summary>
    public byte[] Other() => corpus.Pick();

    /// <summary>A byte: mostly one at an edge of some range.</summary>
    public byte Byte() => random.Next(4) == 0 ? (byte)random.Next(256) : Interesting[random.Next(Interesting.Length)];

    /// <summary>A length up to a most, 1 at the least; short ones are likelier.</summary>
    public int Length(int most) => 1 + random.Next(1 + random.Next(Math.Max(1, most)));

    /// <summary>One of several.</summary>
    public T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
