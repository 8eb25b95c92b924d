using System.Buffers.Binary;
using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Tests.CommandLine;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Songs;

/// <summary><c>tunesmith render</c>.</summary>
public sealed class RenderTests : IDisposable
{
    private const string Book = "X:1\nT:One\nL:1/4\nK:G\nDGAB|c2G2|\n\nX:2\nT:Two\nL:1/4\nK:C\nC|\n";

    private readonly TemporaryFolder _folder = new();

    public RenderTests() => File.WriteAllText(PathOf("book.abc"), Book);

    [Fact]
    public async Task A_tune_becomes_a_sound_file()
    {
        ToolRun run = await ToolRun.Of(["render", PathOf("book.abc#1"), "-o", PathOf("one.wav")]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Matches($"^wrote One, [456] s, -18\\.[01] LUFS: {PathOf("one.wav")}$", run.Output.TrimEnd());
        byte[] bytes = await File.ReadAllBytesAsync(PathOf("one.wav"), TestContext.Current.CancellationToken);
        Assert.Equal((2, 44_100, bytes.Length - 44), (bytes[22], NumberAt(bytes, 24), NumberAt(bytes, 40)));
    }

    [Fact]
    public async Task Rate_and_channels_are_as_asked_for_and_stand_in_the_document()
    {
        ToolRun run = await ToolRun.Of(["render", "songbook:arirang", "-o", PathOf("a.wav"), "--rate", "8000", "--mono", "--json"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        byte[] bytes = await File.ReadAllBytesAsync(PathOf("a.wav"), TestContext.Current.CancellationToken);
        Assert.Equal((1, 8_000), (bytes[22], NumberAt(bytes, 24)));
        Assert.Equal((8_000, 1), (document.GetProperty("sampleRate").GetInt32(), document.GetProperty("channels").GetInt32()));
        Assert.Equal((bytes.Length - 44) / 16_000.0, document.GetProperty("seconds").GetDouble(), 1e-6);
        Assert.Equal(-18, document.GetProperty("loudness").GetDouble(), 1.0);
        Assert.InRange(document.GetProperty("peak").GetDouble(), -30, -0.999);
        Assert.Equal("Arirang", document.GetProperty("title").GetString());
        Assert.True(document.GetProperty("voices").GetInt32() > 0);
        Assert.True(document.GetProperty("limiting").GetDouble() >= 0);
        Assert.Equal(PathOf("a.wav"), document.GetProperty("sound").GetString());
    }

    [Fact]
    public async Task The_same_song_gives_the_same_bytes_and_takes_the_place_of_what_was_there()
    {
        await File.WriteAllTextAsync(PathOf("b.wav"), "before", TestContext.Current.CancellationToken);
        foreach (string name in (string[])["a.wav", "b.wav"])
        {
            ToolRun run = await ToolRun.Of(["render", PathOf("book.abc"), "-o", PathOf(name), "--rate", "22050"]);
            Assert.Equal(ExitCode.Done, run.ExitCode);
            Assert.Contains("the first of 2 tunes that can be read is taken", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(await ReadAsync("a.wav"), await ReadAsync("b.wav"));
    }

    [Fact]
    public async Task Silence_is_said()
    {
        new Score(480, [new ScoreTrack([], endTick: 960)]).Save(PathOf("rest.mid"));
        ToolRun run = await ToolRun.Of(["render", PathOf("rest.mid"), "-o", PathOf("rest.wav")]);
        Assert.Equal($"wrote rest, 1 s, silence: {PathOf("rest.wav")}", run.Output.TrimEnd());
        run = await ToolRun.Of(["render", PathOf("rest.mid"), "-o", PathOf("rest.wav"), "--json"]);
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(JsonValueKind.Null, document.GetProperty("loudness").ValueKind);
        Assert.Equal(JsonValueKind.Null, document.GetProperty("peak").ValueKind);
    }

    [Theory]
    [InlineData("book.abc#1", "a.mp3", ExitCode.WrongUsage, "--output takes a name that ends in .wav")]
    [InlineData("book.abc#9", "a.wav", ExitCode.Failed, "There is no tune \"9\"")]
    [InlineData("absent.mid", "a.wav", ExitCode.Failed, "absent.mid")]
    [InlineData(".", "a.wav", ExitCode.Failed, "render takes one song")]
    [InlineData("long.mid", "a.wav", ExitCode.Failed, "The song is too long: 166.7 minutes, where at most 120 are rendered")]
    public async Task What_cannot_be_rendered_is_said_in_one_line_and_leaves_nothing(
        string song, string output, int exitCode, string message)
    {
        new Score(480, [new ScoreTrack([], endTick: 9_600_000)]).Save(PathOf("long.mid"));
        string[] before = [.. _folder.Names()];
        ToolRun run = await ToolRun.Of(["render", PathOf(song), "-o", PathOf(output)]);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, _folder.Names());
    }

    [Fact]
    public async Task A_sound_never_takes_the_place_of_its_song()
    {
        File.Copy(PathOf("book.abc"), PathOf("song.wav"));
        ToolRun run = await ToolRun.Of(["render", PathOf("song.wav"), "-o", PathOf("song.wav")]);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("the sound would be written over the song to render", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_rendering_leaves_nothing()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        ToolRun run = await ToolRun.Of(["render", PathOf("book.abc#1"), "-o", PathOf("a.wav")], cancellation: source.Token);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Single(_folder.Names());
    }

    public void Dispose() => _folder.Dispose();

    private static int NumberAt(byte[] bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));

    private Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(PathOf(name), TestContext.Current.CancellationToken);

    private string PathOf(string name) => name == "." ? Path.GetDirectoryName(_folder.File("x"))! : _folder.File(name);
}
