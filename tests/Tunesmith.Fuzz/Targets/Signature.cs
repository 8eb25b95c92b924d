using System.Numerics;

namespace Tunesmith.Fuzz.Targets;

/// <summary>Parts of signatures: coarse enough that there are not too many.</summary>
internal static class Signature
{
    /// <summary>The number of bits of a number: 0, 1, 2 to 3, 4 to 7 and so on are one.</summary>
    public static int Bucket(long number) => number <= 0 ? 0 : BitOperations.Log2((ulong)number) + 1;

    /// <summary>The words of a message: without the numbers, names and quotations that stand in it.</summary>
    public static string Words(string message)
    {
        const int Longest = 60;
        string start = message.Split('\'', '"', '[', '(')[0];
        string words = string.Concat(start.Where(letter => char.IsAsciiLetter(letter) || letter == ' '));
        return words.Length > Longest ? words[..Longest] : words;
    }
}
