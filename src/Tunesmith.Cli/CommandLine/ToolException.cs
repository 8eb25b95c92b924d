namespace Tunesmith.Cli.CommandLine;

/// <summary>
/// A command cannot go on, for a reason that the person who called it can do something about. The message is one line without a full
/// stop that says what was expected, what was found, where, and what to do.
/// </summary>
internal sealed class ToolException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A command was interrupted after it had saved what it could; the message is as for <see cref="ToolException"/>.</summary>
internal sealed class InterruptedException(string message, Exception cause) : OperationCanceledException(message, cause);

/// <summary>
/// Options that are fine each by itself contradict each other or the data; the message is as for <see cref="ToolException"/>.
/// </summary>
internal sealed class UsageException(string message) : Exception(message);
