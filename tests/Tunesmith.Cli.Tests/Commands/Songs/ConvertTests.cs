using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Songs;

/// <summary><c>tunesmith convert</c>.</summary>
public sealed class ConvertTests : IDisposable
{
    private const string Book = "X:1\nT:One\nM:3/4\nL:1/4\nQ:1/4=90\nK:G\nD|GAB|c2G|\n\nX:2\nT:Two\nL:1/4\nK:C\nC[EG]c?|\n";

    private readonly TemporaryFolder _folder = new();

    public ConvertTests() => File.WriteAllText(PathOf("book.abc"), Book);

    [Fact]
    public async Task A_tune_becomes_a_MIDI_file_and_a_tune_again()
    {
        ToolRun run = await ToolRun.Of(["convert", PathOf("book.abc#1"), "-o", PathOf("one.mid")]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal($"wrote One, 6 notes: {PathOf("one.mid")}", run.Output.TrimEnd());
        Assert.Equal(6, Score.Load(PathOf("one.mid")).Tracks[0].Notes.Count);

        run = await ToolRun.Of(["convert", PathOf("one.mid"), "-o", PathOf("one.abc")]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            "X:1\nT:one\nM:3/4\nL:1/8\nQ:1/4=90\nK:G\nD2 | G2 A2 B2 | c4 G2 |]\n",
            await File.ReadAllTextAsync(PathOf("one.abc"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_several_tunes_the_first_is_taken_and_said()
    {
        ToolRun run = await ToolRun.Of(["convert", PathOf("book.abc"), "-o", PathOf("a.mid")]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(
            "the first of 2 tunes that can be read is taken; FILE.abc#NUMBER or #TITLE takes another", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_lost_or_broken_is_said_and_stands_in_the_document()
    {
        ToolRun run = await ToolRun.Of(["convert", PathOf("book.abc#two"), "-o", PathOf("two.abc"), "--json"]);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("Two", 4), (document.GetProperty("title").GetString(), document.GetProperty("notes").GetInt32()));
        string remark = Assert.Single(document.GetProperty("remarks").EnumerateArray()).GetString()!;
        Assert.StartsWith("expected music at line 13, column 7, found '?'", remark, StringComparison.Ordinal);
        Assert.Contains(remark, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book.abc#1", "a.wav", ExitCode.WrongUsage, "--output takes a name that ends in .abc or .mid")]
    [InlineData("book.abc#1", "book.abc", ExitCode.WrongUsage, "the song would be written over the song to convert")]
    [InlineData("book.abc#9", "a.mid", ExitCode.Failed, "There is no tune \"9\"")]
    [InlineData("absent.mid", "a.abc", ExitCode.Failed, "absent.mid")]
    [InlineData(".", "a.abc", ExitCode.Failed, "convert takes one song")]
    public async Task What_cannot_be_converted_is_said_in_one_line(string song, string output, int exitCode, string message)
    {
        ToolRun run = await ToolRun.Of(["convert", PathOf(song), "-o", PathOf(output)]);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(Book, await File.ReadAllTextAsync(PathOf("book.abc"), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => name == "." ? Path.GetDirectoryName(_folder.File("x"))! : _folder.File(name);
}
