using System.CommandLine;

namespace Tunesmith.Cli.Commands;

/// <summary>The options that say in which form a composed song is written.</summary>
internal sealed class SongFormOptions
{
    private readonly Option<bool> _withoutPrimer = new("--without-primer") { Description = "Leave the primer out of the song" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => command.Add(_withoutPrimer);

    /// <summary>Whether the primer stands in front of what was composed.</summary>
    public bool WithPrimer(ParseResult arguments) => !arguments.GetValue(_withoutPrimer);
}
