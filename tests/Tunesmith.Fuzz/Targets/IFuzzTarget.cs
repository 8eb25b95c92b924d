using Tunesmith.Fuzz.Mutating;

namespace Tunesmith.Fuzz.Targets;

/// <summary>A boundary of the library: what reads bytes that may come from anywhere.</summary>
internal interface IFuzzTarget
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The mutations that know the format, beside those of any bytes.</summary>
    IReadOnlyList<Mutation> Mutations { get; }

    /// <summary>Inputs to start from that need no folder.</summary>
    IEnumerable<byte[]> Seeds();

    /// <summary>Reads an input and checks every promise about it.</summary>
    /// <param name="input">Any bytes.</param>
    /// <param name="meter">Measures what it costs.</param>
    /// <returns>
    /// How it behaved: inputs of one signature are as good as one another to start from. Empty where none is to be made from this one.
    /// </returns>
    /// <exception cref="FuzzFailureException">A promise is broken; any other exception breaks one as well.</exception>
    string Try(byte[] input, CostMeter meter);
}
