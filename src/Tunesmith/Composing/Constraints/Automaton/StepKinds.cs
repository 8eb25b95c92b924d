namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>What a step may do.</summary>
[Flags]
internal enum StepKinds : byte
{
    /// <summary>Nothing at all.</summary>
    None = 0,

    /// <summary>Rest.</summary>
    Rest = 1,

    /// <summary>Strike a pitch.</summary>
    Strike = 2,

    /// <summary>Go on holding one.</summary>
    Hold = 4,

    /// <summary>Any of these.</summary>
    Any = Rest | Strike | Hold,
}
