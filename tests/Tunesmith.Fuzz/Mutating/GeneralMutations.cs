namespace Tunesmith.Fuzz.Mutating;

/// <summary>The mutations that know no format.</summary>
internal static class GeneralMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        ByteMutations.FlipBit,
        ByteMutations.Set,
        ByteMutations.SetSeveral,
        ByteMutations.Add,
        BlockMutations.Insert,
        BlockMutations.Delete,
        BlockMutations.Duplicate,
        BlockMutations.Repeat,
        BlockMutations.Swap,
        BlockMutations.Truncate,
        BlockMutations.Splice,
        BlockMutations.Borrow,
        NumberMutations.SetBigEndian,
        NumberMutations.SetLittleEndian,
    ];
}
