using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;

namespace Tunesmith.Cli.Tests.Commands.Composing;

/// <summary><c>compose --count</c>: song i is the one of a single run with the seed plus i.</summary>
public sealed class ComposeCountTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new() { Recipe = "lookback" };

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("0", "stream")]
    [InlineData("random", "stream")]
    [InlineData("random", "window")]
    public async Task Each_song_has_the_bytes_of_its_own_run(string song, string context)
    {
        foreach (string threads in (string[])["1", "2", "5"])
        {
            ToolRun run = await _workshop.ComposeFrom(
                song, "many/gen_song_0.mid", "--count", "4", "--threads", threads, "--context", context);
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            Assert.Equal(2 * 4, run.Output.TrimEnd().Split('\n').Length); // each with its originality
            for (int index = 0; index < 4; index++)
            {
                string[] alone = ["--context", context, "--seed", $"{7 + index}"];
                await _workshop.ComposeFrom(song, $"one/gen_song_{index}.mid", alone);
                Assert.Equal(Bytes($"one/gen_song_{index}.mid"), Bytes($"many/gen_song_{index}.mid"));
                Assert.Equal(Bytes($"one/base_song_{index}.mid"), Bytes($"many/base_song_{index}.mid"));
            }
        }

        byte[] Bytes(string name) => File.ReadAllBytes(_workshop.PathOf(name));
    }

    [Fact]
    public async Task Json_lists_the_songs_in_the_order_of_their_seeds()
    {
        ToolRun run = await _workshop.ComposeFrom("random", "a.mid", "--count", "6", "--seed", "18446744073709551614", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonProperty songs = Assert.Single(document.RootElement.EnumerateObject());
        Assert.Equal("songs", songs.Name);
        ulong[] seeds = [ulong.MaxValue - 1, ulong.MaxValue, 0, 1, 2, 3];
        Assert.Equal(seeds, songs.Value.EnumerateArray().Select(song => song.GetProperty("seed").GetUInt64()));
        Assert.Equal(
            seeds.Select(seed => Composer.ChooseSong(3, seed)),
            songs.Value.EnumerateArray().Select(song => song.GetProperty("primerIndex").GetInt32()));
        Assert.Equal(
            Enumerable.Range(0, 6).Select(index => _workshop.PathOf($"a_{index}.mid")),
            songs.Value.EnumerateArray().Select(song => song.GetProperty("song").GetString()));
        Assert.All(songs.Value.EnumerateArray(), song => Assert.True(File.Exists(song.GetProperty("baseSong").GetString())));
    }

    [Fact]
    public async Task A_count_of_one_is_a_list_of_one_with_the_name_itself()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--count", "1", "--json");
        Assert.StartsWith("{\"songs\":[{\"song\":", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_workshop.PathOf("a.mid")));
    }

    [Theory]
    [InlineData("0", "--count takes a whole number from 1 to 1000")]
    [InlineData("1001", "--count takes a whole number from 1 to 1000")]
    [InlineData("many", "--count")]
    public async Task A_count_that_is_none(string count, string message) =>
        Fails(await _workshop.ComposeFrom("0", "a.mid", "--count", count), ExitCode.WrongUsage, message);

    [Fact]
    public async Task Probabilities_are_for_one_song() => Fails(
        await _workshop.ComposeFrom("0", "a.mid", "--count", "2", "--probabilities", _workshop.PathOf("p.csv")),
        ExitCode.WrongUsage,
        "--probabilities is for one song; leave --count out");

    [Fact]
    public async Task A_song_that_would_be_written_over_the_primer_or_the_model()
    {
        File.Copy(_workshop.PathOf("songs/alpha.mid"), _workshop.PathOf("songs/tune_2.mid"));
        ToolRun run = await _workshop.Compose(
            "--primer", _workshop.PathOf("songs/tune_2.mid"), "-o", _workshop.PathOf("songs/tune_0.mid"), "--count", "3");
        Fails(run, ExitCode.WrongUsage, "the song would be written over the primer, ");
    }

    [Fact]
    public async Task A_folder_is_no_name_to_count_from()
    {
        Fails(await _workshop.ComposeFrom("0", "songs", "--count", "2"), ExitCode.Failed, "it is a folder; add the name of a file");
        Fails(
            await _workshop.Compose("--corpus", _workshop.Songs, "-o", _workshop.PathOf("new") + "/", "--count", "2"),
            ExitCode.Failed,
            "it is a folder; add the name of a file");
    }

    [Theory]
    [InlineData("gen_song_0.mid", "gen_song_0.mid gen_song_1.mid gen_song_2.mid")]
    [InlineData("a/tune.v2.mid", "a/tune.v2.mid a/tune.v3.mid a/tune.v4.mid")]
    [InlineData("tune09.mid", "tune09.mid tune10.mid tune11.mid")]
    [InlineData("tune9.mid", "tune9.mid tune10.mid tune11.mid")]
    [InlineData("98", "98 99 100")]
    [InlineData("tune", "tune_0 tune_1 tune_2")]
    [InlineData("2147483647.mid", "2147483647_0.mid 2147483647_1.mid 2147483647_2.mid")]
    [InlineData("99999999999999999999.mid", "99999999999999999999_0.mid 99999999999999999999_1.mid 99999999999999999999_2.mid")]
    public void Names_count_up(string output, string names) => Assert.Equal(
        names.Split(' ').Select(name => Path.Combine(name.Split('/'))),
        SongNames.Of(Path.Combine(output.Split('/')), 3));

    [Theory]
    [InlineData("gen_song_0.wav")]
    [InlineData("gen_song_0.json")]
    [InlineData("base_song_0.mid")]
    [InlineData("base_song_0.wav")]
    public void What_would_stand_beside_a_song_that_nobody_has_named_replaces_nothing(string there)
    {
        _workshop.Add($"generated/{there}", 20);
        Assert.Equal(_workshop.PathOf("generated/gen_song_1.mid"), SongNames.Free(_workshop.PathOf("generated"), 1));
    }

    [Theory]
    [InlineData("", 1, "gen_song_0.mid")]
    [InlineData("0", 1, "gen_song_1.mid")]
    [InlineData("1", 1, "gen_song_0.mid")]
    [InlineData("1", 2, "gen_song_2.mid")]
    [InlineData("0 1 4", 2, "gen_song_2.mid")]
    [InlineData("0 1 4", 3, "gen_song_5.mid")]
    public void Songs_that_nobody_has_named_replace_none(string there, int count, string name)
    {
        foreach (string number in there.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _workshop.Add($"generated/gen_song_{number}.mid", 20);
        }

        string folder = _workshop.PathOf("generated");
        Assert.Equal(Path.Combine(folder, name), SongNames.Free(folder, count));
    }

    [Fact]
    public void One_song_has_the_name_itself() => Assert.Equal(["tune007.mid"], SongNames.Of("tune007.mid", 1));

    private void Fails(ToolRun run, int exitCode, string message)
    {
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(["model.safetensors"], _workshop.Names());
    }
}
