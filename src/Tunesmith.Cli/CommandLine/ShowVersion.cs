using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Tunesmith.Cli.CommandLine;

/// <summary>Writes the version of the tool, without the commit it was built from.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    /// <summary>The version, such as <c>1.2.0</c>.</summary>
    public static string Version =>
        typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Version);
        return ExitCode.Done;
    }
}
