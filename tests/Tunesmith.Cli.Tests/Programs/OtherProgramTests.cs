using System.Diagnostics;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Programs;

namespace Tunesmith.Cli.Tests.Programs;

/// <summary>Other programs as they are run.</summary>
public sealed class OtherProgramTests : IDisposable
{
    private readonly FakePrograms _fakes = new();

    public void Dispose() => _fakes.Dispose();

    [Fact]
    public void Arguments_come_through_as_they_are()
    {
        string[] arguments = ["a b", "$(touch x)", "'\"", "-", "", "tune;rm *", "é"];
        ProgramEnd end = Run("printf '%s\\n' \"$@\" > \"$HERE/arguments\"", arguments);
        Assert.Equal((0, true, 0), (end.ExitCode, end.TookAll, end.Said.Count));
        Assert.Equal(arguments, _fakes.Lines("arguments"));
    }

    [Fact]
    public void What_it_is_fed_and_its_environment_come_through()
    {
        ProgramEnd end = Run(
            "cat > \"$HERE/fed\"; printf %s \"$A_NAME\" > \"$HERE/variable\"",
            [],
            stream => stream.Write("to hear"u8),
            new("A_NAME", "a value"));
        Assert.True(end.TookAll);
        Assert.Equal((string[])["to hear"], _fakes.Lines("fed"));
        Assert.Equal((string[])["a value"], _fakes.Lines("variable"));
    }

    [Fact]
    public void One_that_ends_before_it_has_taken_all_is_no_failure()
    {
        ProgramEnd end = Run("head -c 10 > /dev/null", [], stream => Feed(stream, 10_000_000));
        Assert.Equal((0, false), (end.ExitCode, end.TookAll));
    }

    [Fact]
    public void Its_last_words_are_kept_and_no_amount_of_them_blocks_it()
    {
        const string Script = "i=0; while [ $i -lt 3000 ]; do echo \"line $i, and so on and so on and so on\"; i=$((i+1)); done; "
            + "seq 1 9000 >&2; echo 'no such device.' >&2; exit 3";
        ProgramEnd end = Run(Script, []);
        Assert.Equal(("ended with exit code 3: no such device", 20), (end.ToString(), end.Said.Count));
    }

    [Fact]
    public void What_it_leaves_running_does_not_hold_us_up()
    {
        Stopwatch watch = Stopwatch.StartNew();
        ProgramEnd end = Run("sleep 30 & exit 0", []);
        Assert.Equal(0, end.ExitCode);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_failure_of_the_feeder_ends_it_too()
    {
        Assert.Throws<TimeoutException>(() => Run("echo $$ > \"$HERE/pid\"; exec sleep 300", [], _ =>
        {
            WaitFor("pid");
            throw new TimeoutException();
        }));
        AssertGone();
    }

    [Fact]
    public void A_full_disk_of_the_feeder_is_not_taken_for_a_program_that_has_ended()
    {
        IOException error = Assert.Throws<IOException>(
            () => Run("echo $$ > \"$HERE/pid\"; exec sleep 300", [], stream =>
            {
                WaitFor("pid");
                Feed(stream, 4_096);
                throw new IOException("No space left on device");
            }));
        Assert.Equal("No space left on device", error.Message);
        AssertGone();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ctrl_C_ends_it_whether_it_listens_or_not(bool listens)
    {
        using CancellationTokenSource source = new();
        string script = listens ? "cat > /dev/null" : "exec sleep 300";
        Task run = Task.Run(
            () => Run($"echo $$ > \"$HERE/pid\"; {script}", [], stream => Feed(stream, long.MaxValue), cancellation: source.Token),
            TestContext.Current.CancellationToken);
        WaitFor("pid");
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        AssertGone();
    }

    [Fact]
    public void What_cannot_be_started_is_said()
    {
        _fakes.Add("broken", "");
        string path = _fakes.Path.Find("broken")!;
        File.WriteAllBytes(path, [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0]);
        ToolException error = Assert.Throws<ToolException>(
            () => OtherProgram.Run(path, [], null, null, TestContext.Current.CancellationToken));
        Assert.StartsWith($"cannot start {path}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_programs_in_folders_named_in_full_are_found()
    {
        _fakes.Add("here", "");
        File.WriteAllText(Path.Combine(_fakes.Folder, "a-text"), "");
        Assert.Equal(Path.Combine(_fakes.Folder, "here"), _fakes.Path.Find("here"));
        Assert.Null(_fakes.Path.Find("a-text"));
        Assert.Null(_fakes.Path.Find("absent"));
        Assert.Null(new ProgramPath(null).Find("here"));
        Assert.Null(new ProgramPath(Path.GetRelativePath(Environment.CurrentDirectory, _fakes.Folder)).Find("here"));
    }

    private ProgramEnd Run(
        string script,
        string[] arguments,
        Action<Stream>? feed = null,
        KeyValuePair<string, string>? environment = null,
        CancellationToken? cancellation = null)
    {
        _fakes.Add("program", script);
        return OtherProgram.Run(
            _fakes.Path.Find("program")!, arguments, feed, environment, cancellation ?? TestContext.Current.CancellationToken);
    }

    private static void Feed(Stream stream, long bytes)
    {
        using PlayerStream input = new(stream, withHeader: true, _ => { });
        byte[] block = new byte[4_096];
        for (long fed = 0; fed < bytes; fed += block.Length)
        {
            input.Write(block);
        }
    }

    private void WaitFor(string name) =>
        Assert.True(SpinWait.SpinUntil(() => File.Exists(_fakes.File(name)) && _fakes.Lines(name).Length > 0, TimeSpan.FromSeconds(30)));

    private void AssertGone()
    {
        int id = int.Parse(_fakes.Lines("pid")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }
}
