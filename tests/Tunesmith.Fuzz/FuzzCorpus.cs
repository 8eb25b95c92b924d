namespace Tunesmith.Fuzz;

/// <summary>
/// The inputs that others are made from: the seeds, and each input that behaved as none before it. There are at most so many finds; a
/// further one takes the place of one by chance.
/// </summary>
/// <param name="seeds">At least one.</param>
/// <param name="random">All chance.</param>
internal sealed class FuzzCorpus(IReadOnlyList<byte[]> seeds, Random random)
{
    private const int MostFinds = 8_192;
    private const int LargestFind = 16_384;
    private const int Candidates = 3;
    private const int AnyOneIn = 64;

    private readonly List<byte[]> _inputs = [.. seeds];
    private readonly HashSet<string> _signatures = [];

    /// <summary>How many signatures have been met.</summary>
    public int Finds => _signatures.Count;

    /// <summary>An input by chance: mostly the smallest of some, since small ones say as much in less time.</summary>
    public byte[] Pick()
    {
        byte[] picked = _inputs[random.Next(_inputs.Count)];
        for (int candidate = random.Next(AnyOneIn) == 0 ? Candidates : 1; candidate < Candidates; candidate++)
        {
            byte[] other = _inputs[random.Next(_inputs.Count)];
            picked = other.Length < picked.Length ? other : picked;
        }

        return picked;
    }

    /// <summary>Takes in an input, where what it did was not done before.</summary>
    public void Offer(byte[] input, string signature)
    {
        if (signature.Length == 0 || !_signatures.Add(signature) || input.Length > LargestFind)
        {
            return;
        }

        if (_inputs.Count < seeds.Count + MostFinds)
        {
            _inputs.Add(input);
        }
        else
        {
            _inputs[seeds.Count + random.Next(MostFinds)] = input;
        }
    }
}
