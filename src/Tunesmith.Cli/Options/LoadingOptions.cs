using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Options;

/// <summary>The options that say which songs are let in, whatever hears them; and the loading, which shows how far it has come.</summary>
internal sealed class LoadingOptions
{
    private static readonly CorpusOptions Usual = new();

    private readonly Option<double?> _maxMinutes = NumberOption.Create(
        "--max-minutes", $"Songs that last longer are left out; otherwise {Usual.MaxMinutes}", 0.01, CorpusOptions.MostMinutes);

    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Leave out a song that breaks its format in any way, with its first warning; "
            + "otherwise it is read as far as it makes sense",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_maxMinutes);
        command.Add(_strict);
    }

    /// <summary>How songs are heard, with what the command line says of which are let in.</summary>
    public CorpusOptions Read(ParseResult arguments, CorpusOptions options) => options with
    {
        MaxMinutes = arguments.GetValue(_maxMinutes) ?? options.MaxMinutes,
        Strict = arguments.GetValue(_strict),
    };

    /// <summary>Reads songs, and shows on standard error how far it has come where there are many.</summary>
    /// <param name="console">The streams of the command.</param>
    /// <param name="path">A folder, a file, or the songbook.</param>
    /// <param name="options">How they are heard.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static SongCorpus Load(ToolConsole console, string path, CorpusOptions options, CancellationToken cancellation)
    {
        ReadingDisplay display = new(console.Error);
        return display.Run(() => SongCorpus.Load(path, options, display, cancellation));
    }
}
