namespace Tunesmith.Tests.Architecture;

/// <summary>Which folder of the library may use which: the design's one way through, with no way back.</summary>
internal static class Arrows
{
    /// <summary>
    /// What each folder may use directly, as ARCHITECTURE.md says. It may then use what those use, but for the folders of
    /// <see cref="NoFurther"/>.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Uses { get; } = new Dictionary<string, string[]>
    {
        ["Files"] = [], // writes any file whole or not at all; knows nothing of what is in it
        ["Midi"] = ["Files"],
        ["Music"] = ["Midi"],
        ["Encoding"] = ["Music"],
        ["Corpus"] = ["Encoding"],
        ["Compute"] = [],
        ["Model"] = ["Compute", "Encoding"],
        ["Training"] = ["Model", "Evaluation"], // a training is judged on the songs it holds out
        ["Composing"] = ["Model", "Analysis"],
        ["Evaluation"] = ["Model"],
        ["Experiments"] = ["Corpus", "Training", "Evaluation", "Composing", "Analysis"],
        ["Analysis"] = ["Music", "Compute"], // for logarithms that are the same everywhere
        ["Audio"] = ["Music", "Compute", "Files"],
        ["Pictures"] = ["Music", "Files"],
    };

    /// <summary>Folders that use Music and nothing below it: sound and pictures are made of songs, not of MIDI.</summary>
    private static readonly string[] NoFurther = ["Analysis", "Audio", "Pictures"];

    /// <summary>The folders that stand in the table, and Report, which may use all.</summary>
    public static IEnumerable<string> Folders => [.. Uses.Keys, "Report"];

    /// <summary>Whether a folder may use another.</summary>
    public static bool Allow(string from, string to) => from == to || from == "Report" || Reach(from).Contains(to);

    private static HashSet<string> Reach(string from)
    {
        HashSet<string> reached = [.. Uses[from]];
        if (!NoFurther.Contains(from))
        {
            foreach (string folder in Uses[from])
            {
                reached.UnionWith(Reach(folder));
            }
        }

        return reached;
    }
}
