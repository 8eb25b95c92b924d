namespace Tunesmith.Cli.Programs;

/// <summary>A player has closed its standard input before it has taken all, which is no failure of ours.</summary>
internal sealed class PlayerClosedException(IOException cause) : Exception("The player has closed its standard input.", cause);
