using System.Diagnostics;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Cli.Tests.Programs;

namespace Tunesmith.Cli.Tests.Completion;

/// <summary>The scripts in the shells that they are for, where these are installed. Each asks the real tool.</summary>
public sealed class ShellTests
{
    [Theory]
    [InlineData("tunesmith comp", "compose compare completion")]
    [InlineData("tunesmith draw songbook:ari", "arirang")]
    [InlineData("tunesmith compose --context ", "stream window")]
    [InlineData("tunesmith compose --context=w", "window")]
    [InlineData("tunesmith train s", "songbook songs/")]
    [InlineData("tunesmith draw so", "songbook: songs/ some\\ song.mid")]
    [InlineData("tunesmith draw song", "songbook: songs/")]
    [InlineData("tunesmith draw song.mid --th", "--theme")]
    [InlineData("tunesmith draw some", "[-o default]")]
    [InlineData("tunesmith demo -o ", "[-o dirnames]")]
    [InlineData("tunesmith train x --seed ", "")]
    public async Task Bash_completes(string line, string expected)
    {
        const string Script = """
            eval "$(tunesmith completion bash)"
            compopt() { printf '[%s]\n' "$*"; }
            COMP_LINE=$1 COMP_POINT=${#1}
            eval "COMP_WORDS=($(sed 's/[:=]/ & /g' <<< "$1"))" # as readline parts them
            [[ $1 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _tunesmith tunesmith
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        string[] answers = [.. (await Run("bash", ["--norc", "-c", Script, "bash", line])).Where(answer => answer != "[-o nospace]")];

        string[] words = [.. expected.Replace("some\\ song", "some\\_song", StringComparison.Ordinal)
            .Replace("-o d", "-o_d", StringComparison.Ordinal).Split(' ').Select(word => word.Replace('_', ' '))];
        Assert.Equal(words.Order(StringComparer.Ordinal), answers.DefaultIfEmpty("").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("tunesmith insp", "inspect")]
    [InlineData("tunesmith draw songbook:ari", "draw songbook:arirang")]
    [InlineData("tunesmith draw some", "draw some song.mid")]
    [InlineData("tunesmith train songs", "train songs")]
    [InlineData("tunesmith compose --context=w", "compose --context=window")]
    public async Task Zsh_completes(string line, string expected)
    {
        // A terminal of its own, in which the completed line is run by a tool that says what it was called with.
        const string Script = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1=; autoload -Uz compinit; compinit -D -u; eval "$(tunesmith completion zsh)"
            tunesmith() { if [[ $1 == completion ]]; then command tunesmith "$@"; else print -r -- "ran<$*>"; fi; }; print rea""dy'
            zpty -r -m shell said '*ready*'
            zpty -w -n shell "$1"$'\t\n'
            zpty -r -m shell said '*ran<*>*'
            print -r -- "${${said##*ran<}%%>*}"
            """;

        Assert.Equal([expected], (await Run("zsh", ["-f", "-c", Script, "zsh", line])).Select(answer => answer.Trim()));
    }

    [Theory]
    [InlineData("tunesmith insp", "inspect")]
    [InlineData("tunesmith draw songbook:ari", "songbook:arirang")]
    [InlineData("tunesmith compose --context ", "stream window")]
    [InlineData("tunesmith train s", "songbook songs/")]
    [InlineData("tunesmith train x --seed ", "")]
    public async Task Fish_completes(string line, string expected)
    {
        const string Script = "tunesmith completion fish | source; complete -C $argv[1] | string replace -r '\\t.*' ''";

        Assert.Equal(expected.Split(' '), (await Run("fish", ["--no-config", "-c", Script, line])).DefaultIfEmpty(""));
    }

    [Theory]
    [InlineData("tunesmith insp", "inspect")]
    [InlineData("tunesmith draw songbook:ari", "songbook:arirang")]
    [InlineData("tunesmith compose --context ", "stream window")]
    [InlineData("tunesmith train x --seed ", "")]
    public async Task PowerShell_completes(string line, string expected)
    {
        string script = "tunesmith completion pwsh | Out-String | Invoke-Expression; "
            + $"(TabExpansion2 -inputScript '{line}' -cursorColumn {line.Length}).CompletionMatches.CompletionText";

        Assert.Equal(expected.Split(' '), (await Run("pwsh", ["-NoProfile", "-Command", script])).DefaultIfEmpty(""));
    }

    [Fact]
    public void There_is_a_script_for_every_shell()
    {
        Assert.All(ShellScript.Shells, shell => Assert.StartsWith("#", ShellScript.Of(shell), StringComparison.Ordinal));
    }

    /// <summary>Runs a shell in a folder with a song and a folder of songs.</summary>
    private static async Task<string[]> Run(string shell, params string[] arguments)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using FakePrograms programs = new();
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(path.Any(folder => File.Exists(Path.Combine(folder, shell))), $"{shell} is not installed.");
        programs.Add("tunesmith", $"exec dotnet '{Path.ChangeExtension(typeof(Tool).Assembly.Location, ".dll")}' \"$@\"");
        string here = programs.File("here");
        Directory.CreateDirectory(Path.Combine(here, "songs"));
        await File.WriteAllTextAsync(Path.Combine(here, "some song.mid"), "", cancellation);

        ProcessStartInfo start = new(shell, arguments)
        {
            WorkingDirectory = here,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = string.Join(Path.PathSeparator, [programs.Folder, .. path]);
        start.Environment["HOME"] = programs.Folder;
        start.Environment["TERM"] = "dumb";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.Equal("", await error);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
