namespace Tunesmith.Cli.CommandLine;

/// <summary>What the tool tells the shell when it ends.</summary>
internal static class ExitCode
{
    /// <summary>The command did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The command could not do what it was asked.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl-C, or a request to terminate.</summary>
    public const int Interrupted = 130;
}
