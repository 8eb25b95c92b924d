using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Report;

namespace Tunesmith.Cli.Options;

/// <summary><c>--report FILE.html</c>: what a command has done as one page to open.</summary>
internal sealed class ReportOption : Option<string?>
{
    private const string Extension = ".html";

    /// <summary>Makes the option.</summary>
    /// <param name="description">What is on the page.</param>
    public ReportOption(string description)
        : base("--report")
    {
        Description = description;
        HelpName = "FILE";
    }

    /// <summary>Whether the page is asked for.</summary>
    public bool IsAskedFor(ParseResult arguments) => arguments.GetValue(this) is not null;

    /// <summary>The page as a file to be written; none where it is not asked for.</summary>
    public FileRole[] Written(ParseResult arguments) => arguments.GetValue(this) is { } path ? [new("the report", path)] : [];

    /// <summary>Checks before the work that the page has a name for browsers and can be written.</summary>
    /// <exception cref="UsageException">The name is empty or does not end in .html.</exception>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Check(ParseResult arguments)
    {
        if (arguments.GetValue(this) is not { } path)
        {
            return;
        }

        OutputFile.CheckWritable(path);
        if (!OutputFile.LeadsToDevice(path) && !path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--report takes a name that ends in {Extension}, not {path}");
        }
    }

    /// <summary>Checks that the page is not to be put into a folder whose files are all known.</summary>
    /// <exception cref="UsageException">It is.</exception>
    public void CheckOutside(ParseResult arguments, string folder)
    {
        if (arguments.GetValue(this) is { } path
            && Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder + Path.DirectorySeparatorChar), StringComparison.Ordinal))
        {
            throw new UsageException($"--report takes a file outside {folder}, which has the page already");
        }
    }

    /// <summary>Writes the page where it is asked for.</summary>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Write(ParseResult arguments, byte[] page)
    {
        if (arguments.GetValue(this) is { } path)
        {
            OutputFile.Write(path, stream => stream.Write(page));
        }
    }

    /// <summary>Makes the page and writes it, where it is asked for, and says so. It is the last that a command does.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="done">What there is without the page, such as <c>the model is whole</c>.</param>
    /// <param name="page">What is on it.</param>
    /// <param name="notes">Where it is said.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="InterruptedException">It was stopped; says what there is.</exception>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Write(ParseResult arguments, string done, Func<ReportPage> page, ConsoleStream notes, CancellationToken cancellation)
    {
        if (arguments.GetValue(this) is not { } path)
        {
            return;
        }

        try
        {
            Write(arguments, page().ToBytes(cancellation));
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException($"interrupted; {done}, the page is missing", error);
        }

        notes.WriteLine(ToolConsole.OneLine($"wrote the page {path}, to open in a browser"));
    }
}
