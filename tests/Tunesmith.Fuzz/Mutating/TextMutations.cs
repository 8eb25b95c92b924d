using System.Globalization;

namespace Tunesmith.Fuzz.Mutating;

/// <summary>Changes that know the words of a text format.</summary>
/// <param name="words">What the format is made of.</param>
internal sealed class TextMutations(params string[] words)
{
    private const int MostRepeats = 32;

    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "2", "3", "7", "16", "99", "127", "128", "255", "1000", "4096", "65536", "1000000", "2147483647", "2147483648",
        "4294967295", "9223372036854775807", "9223372036854775808", "18446744073709551615", "99999999999999999999999999", "0.5", "-0.0",
        "1e9", "1e-9", "1e309", "1e999999999",
    ];

    private readonly byte[][] _words = [.. words.Select(System.Text.Encoding.UTF8.GetBytes)];

    public IReadOnlyList<Mutation> All => [Insert, Insert, InsertSeveral, RepeatWord, SetNumber, SetNumber, DuplicateLine];

    private void Insert(List<byte> bytes, MutationSource source) =>
        bytes.InsertRange(source.Random.Next(bytes.Count + 1), source.OneOf(_words));

    private void InsertSeveral(List<byte> bytes, MutationSource source)
    {
        int place = source.Random.Next(bytes.Count + 1);
        for (int count = source.Length(6); count > 0; count--)
        {
            bytes.InsertRange(place, source.OneOf(_words));
        }
    }

    private void RepeatWord(List<byte> bytes, MutationSource source)
    {
        byte[] word = source.OneOf(_words);
        int place = source.Random.Next(bytes.Count + 1);
        bytes.InsertRange(place, Enumerable.Repeat(word, source.Length(MostRepeats)).SelectMany(copy => copy));
    }

    /// <summary>Puts another number in the place of one.</summary>
    private static void SetNumber(List<byte> bytes, MutationSource source)
    {
        int from = source.Random.Next(bytes.Count + 1);
        int start = bytes.FindIndex(from, IsDigit);
        if (start >= 0)
        {
            int end = bytes.FindIndex(start, letter => !IsDigit(letter));
            bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
            string number = source.Random.Next(3) > 0
                ? source.OneOf(Numbers)
                : (source.Random.NextInt64() >> source.Random.Next(64)).ToString(CultureInfo.InvariantCulture);
            bytes.InsertRange(start, System.Text.Encoding.UTF8.GetBytes(number));
        }
    }

    /// <summary>Puts a line before another, or what stands between two commas.</summary>
    private static void DuplicateLine(List<byte> bytes, MutationSource source)
    {
        byte separator = source.Random.Next(2) == 0 ? (byte)'\n' : (byte)',';
        int[] ends = [.. Enumerable.Range(0, bytes.Count).Where(index => bytes[index] == separator)];
        if (ends.Length > 1)
        {
            int line = source.Random.Next(ends.Length - 1);
            List<byte> copy = bytes.GetRange(ends[line], ends[line + 1] - ends[line]);
            bytes.InsertRange(source.OneOf(ends), copy);
        }
    }

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';
}
