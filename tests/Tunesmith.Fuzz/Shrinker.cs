namespace Tunesmith.Fuzz;

/// <summary>Makes an input that fails smaller, so that a person sees what matters: leaves out ever smaller blocks while it fails.</summary>
internal static class Shrinker
{
    /// <summary>Shrinks an input.</summary>
    /// <param name="input">It fails.</param>
    /// <param name="fails">Whether another does in the same way.</param>
    /// <param name="tries">How many are tried at most.</param>
    public static byte[] Shrink(byte[] input, Func<byte[], bool> fails, int tries)
    {
        for (int block = Math.Max(1, input.Length / 2); block > 0; block /= 2)
        {
            for (int start = 0; start < input.Length && tries > 0;)
            {
                byte[] candidate = [.. input[..start], .. input[Math.Min(input.Length, start + block)..]];
                tries--;
                if (fails(candidate))
                {
                    input = candidate;
                }
                else
                {
                    start += block;
                }
            }
        }

        return input;
    }
}
