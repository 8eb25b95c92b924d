using System.Reflection;

namespace Tunesmith.Cli.Completion;

/// <summary>
/// The scripts that make shells complete the tool's command lines. Each asks the tool itself, <c>tunesmith completion SHELL -- WORDS</c>,
/// and so knows nothing of its commands. They stand beside this file as what they are.
/// </summary>
internal static class ShellScript
{
    /// <summary>The shells: bash, zsh, fish, pwsh.</summary>
    public static string[] Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of a shell, by its name.</summary>
    public static string Of(string shell)
    {
        string resource = $"completion/tunesmith.{(shell == "pwsh" ? "ps1" : shell)}";
        using StreamReader script = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"There is no script for the shell {shell}."));
        return script.ReadToEnd();
    }
}
