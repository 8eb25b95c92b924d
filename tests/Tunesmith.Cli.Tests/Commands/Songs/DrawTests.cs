using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Music;
using Tunesmith.Tests;
using Tunesmith.Tests.Documents;

namespace Tunesmith.Cli.Tests.Commands.Songs;

/// <summary><c>tunesmith draw</c>.</summary>
public sealed partial class DrawTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DrawTests()
    {
        Note[] notes = [.. Enumerable.Range(0, 32).Select(index => new Note(index * 96, 96, new Pitch(60 + (index % 7)), 90, 0))];
        new Score(96, [ScoreTrack.FromNotes(notes, "Melody")]).Save(PathOf("song.mid"));
        File.WriteAllText(PathOf("book.abc"), "X:1\nT:One <&>\nL:1/4\nK:C\nCDEF|\n\nX:2\nT:Two\nL:1/4\nK:C\nG4|\n");
        File.WriteAllText(PathOf("broken.mid"), "buy milk");
        IEnumerable<Note> drums = notes.Select(note => note with { Channel = GeneralMidi.DrumChannel });
        new Score(96, [ScoreTrack.FromNotes(drums)]).Save(PathOf("drums.mid"));
    }

    [Fact]
    public async Task A_song_becomes_a_picture()
    {
        ToolRun run = await ToolRun.Of(["draw", PathOf("song.mid"), "-o", PathOf("song.svg"), "--primer", "16"]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal($"drew song, 8 bars: {PathOf("song.svg")}", run.Output.TrimEnd());
        string[] texts = Texts("song.svg");
        Assert.Contains("song", texts);
        Assert.Contains("primer", texts);
        Assert.Contains("8", texts);
    }

    [Fact]
    public async Task The_primer_of_a_composed_song_is_known_by_its_record()
    {
        string composed = PathOf("new.mid");
        ToolRun run = await ToolRun.Of(
            ["compose", "--primer", PathOf("song.mid"), "--primer-bars", "2", "--bars", "2", "--seed", "1", "-o", composed]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        await ToolRun.Of(["draw", composed, "-o", PathOf("known.svg")]);
        Assert.Contains("primer", Texts("known.svg"));

        await ToolRun.Of(["draw", composed, "-o", PathOf("said.svg"), "--primer", "32"]);
        Assert.Equal(File.ReadAllBytes(PathOf("said.svg")), File.ReadAllBytes(PathOf("known.svg")));
    }

    [Theory]
    [InlineData("3-4", "bars 3 to 4 of 8", 3, 4)]
    [InlineData("7-", "bars 7 to 8 of 8", 7, 8)]
    [InlineData("2", "bars 2 to 2 of 8", 2, 2)]
    [InlineData("1-99", "8 bars", 1, 8)]
    public async Task Some_bars_alone_can_be_drawn(string bars, string said, int first, int last)
    {
        ToolRun run = await ToolRun.Of(["draw", PathOf("song.mid"), "-o", PathOf("a.svg"), "--bars", bars]);
        Assert.Equal($"drew song, {said}: {PathOf("a.svg")}", run.Output.TrimEnd());

        run = await ToolRun.Of(["draw", PathOf("song.mid"), "-o", PathOf("a.svg"), "--bars", bars, "--json"]);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((first, last), (document.GetProperty("firstBar").GetInt32(), document.GetProperty("lastBar").GetInt32()));
        Assert.Equal((8, 32), (document.GetProperty("bars").GetInt32(), document.GetProperty("notes").GetInt32()));
    }

    [Fact]
    public async Task A_tune_of_a_book_the_songbook_and_the_melody_alone_can_be_drawn()
    {
        ToolRun run = await ToolRun.Of(["draw", PathOf("book.abc#1"), "-o", PathOf("one.svg"), "--theme", "dark", "--width", "500"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("One <&>", Texts("one.svg"));

        run = await ToolRun.Of(["draw", PathOf("book.abc"), "-o", PathOf("one.svg")]);
        Assert.Contains("the first of 2 tunes that can be read is taken", run.Error, StringComparison.Ordinal);

        run = await ToolRun.Of(["draw", "songbook:arirang", "-o", PathOf("arirang.svg"), "--melody"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("Arirang", Texts("arirang.svg"));
    }

    [Fact]
    public async Task Without_a_picture_the_melody_is_drawn_on_the_terminal()
    {
        ToolRun run = await ToolRun.Of(["draw", PathOf("song.mid"), "--bars", "2-3", "--primer", "20"]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("the melody of song, bars 2 to 3 of 8", lines[0]);
        Assert.Equal("     2                3", lines[1]);
        Assert.Equal("F#4  |        O===    |                |", lines[2].TrimEnd());
        Assert.Contains("... and 80 more steps", run.Output, StringComparison.Ordinal);
        Assert.Contains("o---", run.Output, StringComparison.Ordinal);

        run = await ToolRun.Of(["draw", PathOf("song.mid"), "--json"]);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(run.Output).RootElement.GetProperty("picture").ValueKind);
        Assert.Contains("O===", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("song.mid", "a.png", ExitCode.WrongUsage, "--output takes a name that ends in .svg")]
    [InlineData("absent.mid", "a.svg", ExitCode.Failed, "absent.mid")]
    [InlineData("broken.mid", "a.svg", ExitCode.Failed, "neither MIDI nor ABC")]
    [InlineData("book.abc#9", "a.svg", ExitCode.Failed, "There is no tune \"9\"")]
    [InlineData(".", "a.svg", ExitCode.Failed, "draw takes one song")]
    [InlineData("song.mid", "a.svg", ExitCode.WrongUsage, "--bars takes bars from 1", "--bars", "4-2")]
    [InlineData("song.mid", "a.svg", ExitCode.WrongUsage, "--bars takes bars from 1", "--bars", "0-2")]
    [InlineData("song.mid", "a.svg", ExitCode.WrongUsage, "--bars begins with bar 9, and the song has 8", "--bars", "9-")]
    [InlineData("song.mid", "a.svg", ExitCode.WrongUsage, "--width takes a number", "--width", "1")]
    [InlineData("song.mid", null, ExitCode.WrongUsage, "--width and --theme are for a picture", "--theme", "dark")]
    [InlineData("song.mid", null, ExitCode.WrongUsage, "--bars begins with bar 9", "--bars", "9")]
    [InlineData("drums.mid", null, ExitCode.Failed, "no melody is heard in drums")]
    public async Task What_cannot_be_drawn_is_said_in_one_line(
        string song, string? output, int exitCode, string message, params string[] options)
    {
        string[] to = output is null ? [] : ["-o", PathOf(output)];
        ToolRun run = await ToolRun.Of(["draw", PathOf(song), .. to, .. options]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("a.svg")));
    }

    [Theory]
    [InlineData("pictures.md")]
    [InlineData("command-line.md")]
    public async Task What_the_documents_show_is_what_happens(string document)
    {
        Match[] shown = Example().Matches(RepositoryDocuments.Read($"docs/{document}")).ToArray();
        Assert.NotEmpty(shown);
        foreach (Match example in shown)
        {
            string[] words = example.Groups[1].Value.Split(' ');
            ToolRun run = await ToolRun.Of([.. words[..^1], PathOf(words[^1])]);
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            Assert.Equal(example.Groups[2].Value, run.Output.TrimEnd().Replace(PathOf(words[^1]), words[^1], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_picture_of_the_readme_is_one_of_this_command()
    {
        string[] texts = [.. XDocument.Load(RepositoryFolder.PathOf("docs", "images", "tune.svg")).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        Assert.Contains("primer", texts); // .ci/run compares the bytes: that takes a training
        Assert.Contains("Tune 4, begun like Lanigan's Ball", texts);
    }

    [Fact]
    public async Task A_song_is_never_drawn_over_itself()
    {
        File.Copy(PathOf("book.abc"), PathOf("book.svg"));
        ToolRun run = await ToolRun.Of(["draw", PathOf("book.svg"), "-o", PathOf("book.svg")]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("the picture would be written over the song to draw", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Texts(string name) =>
        [.. XDocument.Load(PathOf(name)).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    private string PathOf(string name) => name == "." ? Path.GetDirectoryName(_folder.File("x"))! : _folder.File(name);

    [GeneratedRegex(@"^\$ tunesmith (draw .*)\n(.*)$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
