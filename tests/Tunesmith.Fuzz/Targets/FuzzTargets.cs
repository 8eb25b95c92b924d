namespace Tunesmith.Fuzz.Targets;

/// <summary>The targets there are.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } = [new MidiTarget(), new AbcTarget(), new ModelTarget(), new RecipeTarget()];
}
