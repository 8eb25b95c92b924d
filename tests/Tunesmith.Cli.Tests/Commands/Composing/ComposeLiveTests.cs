using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Composing;
using Tunesmith.Cli.Commands.Composing.Options;
using Tunesmith.Cli.Tests.Drawing;
using Tunesmith.Composing;
using Tunesmith.Music;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary><c>compose --live</c>.</summary>
public sealed class ComposeLiveTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new() { Recipe = "lookback" };

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Notes_are_lines_of_JSON_at_their_times_and_the_file_has_them_all()
    {
        RunningTime time = new();
        string song = _workshop.PathOf("a.mid");
        ToolRun run = await ToolRun.Of(
            ["compose", _workshop.Model, "--notes", "C4 D4 E4:2", "--bars", "3", "--seed", "4", "--tempo", "90", "--live", "-o", song],
            [new ComposeCommand(time)]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.StartsWith("composed 3 bars (9 s) after 1 bar of notes (seed 4): ", run.Error, StringComparison.Ordinal);
        JsonElement[] lines = [.. run.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(
            ["pitch", "name", "onset", "length", "bar", "beat", "seconds", "secondsLong"],
            lines[0].EnumerateObject().Select(member => member.Name));
        Score score = Score.Load(song);
        Assert.Equal(
            score.Tracks[0].Notes.Select(note => (note.Pitch.Number, note.Onset / 120)),
            lines.Select(line => (line.GetProperty("pitch").GetInt32(), (long)line.GetProperty("onset").GetInt32())));
        double end = score.Tempos.SecondsAt(score.Tracks[0].Notes[^1].End, score.TicksPerQuarter);
        Assert.Equal(end, time.Waits.Sum(wait => wait.TotalSeconds), 0.002); // a wait is whole milliseconds
    }

    [Fact]
    public async Task A_note_is_written_when_it_is_struck()
    {
        RunningTime time = new();
        LineTimes writer = new(time);
        ComposedNote[] notes = [.. Enumerable.Range(0, 5).Select(note => new ComposedNote(new Pitch(60), note, 1, 1, 1, note * 0.5, 0.5))];
        await new LiveOption(time).PlayAsync(notes.ToAsyncEnumerable(), writer, TestContext.Current.CancellationToken);
        Assert.Equal([0, 0.5, 1, 1.5, 2], writer.Seconds);
        Assert.Equal(5, writer.Flushed);
        Assert.Equal(2.5, time.GetElapsedTime(0).TotalSeconds);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_in_one_line_and_without_a_file()
    {
        using CancellationTokenSource source = new();
        source.CancelAfter(TimeSpan.FromMilliseconds(500)); // at this tempo the song lasts half an hour
        ToolRun run = await ToolRun.Of(
            ["compose", _workshop.Model, "--seed", "1", "--live", "--tempo", "4", "-o", _workshop.PathOf("a.mid")],
            [new ComposeCommand(TimeProvider.System)],
            source.Token);
        Assert.Equal(
            (ExitCode.Interrupted, "tunesmith: interrupted; no file was written" + Environment.NewLine), (run.ExitCode, run.Error));
        Assert.Equal(["model.safetensors"], _workshop.Names());
    }

    [Fact]
    public async Task It_plays_one_song()
    {
        ToolRun run = await _workshop.Compose("--live", "--count", "2");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("--live plays one song; leave --count out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_nobody_reads_any_more()
    {
        RunningTime time = new();
        ComposedNote[] notes = [.. Enumerable.Range(0, 5).Select(note => new ComposedNote(new Pitch(60), note, 1, 1, 1, note * 0.5, 0.5))];
        await new LiveOption(time).PlayAsync(notes.ToAsyncEnumerable(), new ClosedPipe(), TestContext.Current.CancellationToken);
        Assert.Equal(0, time.GetElapsedTime(0).TotalSeconds);
    }

    private sealed class ClosedPipe : StringWriter
    {
        public override Task FlushAsync(CancellationToken cancellationToken) => throw new IOException("Broken pipe", 32);
    }

    private sealed class LineTimes(TimeProvider time) : StringWriter
    {
        public List<double> Seconds { get; } = [];

        public int Flushed { get; private set; }

        public override Task WriteLineAsync(string? value)
        {
            Seconds.Add(time.GetElapsedTime(0).TotalSeconds);
            return Task.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushed++;
            return Task.CompletedTask;
        }
    }
}
