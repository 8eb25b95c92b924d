namespace Tunesmith.Cli.Completion;

/// <summary>Something that could stand where the cursor is.</summary>
/// <param name="Text">What would be typed; or <see cref="AnyFile"/> or <see cref="AnyFolder"/>, which the shell knows best.</param>
/// <param name="Description">What it is, in a few words; empty where that needs none.</param>
internal readonly record struct Candidate(string Text, string Description)
{
    /// <summary>The text that stands for every file and folder: <c>*</c>.</summary>
    public const string AnyFile = "*";

    /// <summary>The text that stands for every folder: <c>*/</c>.</summary>
    public const string AnyFolder = "*/";

    /// <summary>The line that a shell reads: the text and, after a tab, the description.</summary>
    public override string ToString() => Description.Length > 0 ? $"{Text}\t{Description}" : Text;
}
