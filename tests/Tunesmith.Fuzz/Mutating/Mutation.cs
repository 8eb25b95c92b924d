namespace Tunesmith.Fuzz.Mutating;

/// <summary>Changes an input in place; where it does not apply, it leaves it as it is.</summary>
/// <param name="bytes">The input; it may become longer or shorter.</param>
/// <param name="source">All chance, and other inputs.</param>
internal delegate void Mutation(List<byte> bytes, MutationSource source);
