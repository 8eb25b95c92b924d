namespace Tunesmith.Fuzz.Mutating;

/// <summary>Makes inputs: takes one of the corpus and changes it a few times.</summary>
/// <param name="mutations">The changes; each as likely as the other.</param>
/// <param name="corpus">Where inputs come from.</param>
/// <param name="random">All chance.</param>
/// <param name="largest">The longest input, in bytes.</param>
internal sealed class Mutator(IReadOnlyList<Mutation> mutations, FuzzCorpus corpus, Random random, int largest)
{
    private const int MostChangesPower = 5; // up to 16 changes, a few being likelier

    private readonly MutationSource _source = new(random, corpus);

    /// <summary>Makes an input.</summary>
    public byte[] Make()
    {
        List<byte> bytes = [.. corpus.Pick()];
        int changes = 1 << random.Next(MostChangesPower);
        for (int change = 0; change < changes; change++)
        {
            _source.OneOf(mutations)(bytes, _source);
            if (bytes.Count > largest)
            {
                bytes.RemoveRange(largest, bytes.Count - largest);
            }
        }

        return [.. bytes];
    }
}
