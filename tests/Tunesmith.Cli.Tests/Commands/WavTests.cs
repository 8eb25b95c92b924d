using System.Text.Json;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;

namespace Tunesmith.Cli.Tests.Commands;

/// <summary><c>compose --wav</c>: a sound beside each song.</summary>
public sealed class WavTests : IAsyncLifetime
{
    private readonly Workshop _workshop = new();

    public async ValueTask InitializeAsync() => await _workshop.WithModel();

    public ValueTask DisposeAsync()
    {
        _workshop.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_song_and_the_one_it_starts_from_have_the_sound_that_render_makes()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "tune.mid", "--wav");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(["model.safetensors", "tune.base.mid", "tune.base.wav", "tune.json", "tune.mid", "tune.wav"], _workshop.Names());
        Assert.Contains(
            $"; as sound {_workshop.PathOf("tune.wav")} and {_workshop.PathOf("tune.base.wav")}\n",
            run.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        foreach (string name in (string[])["tune", "tune.base"])
        {
            await ToolRun.Of(["render", _workshop.PathOf($"{name}.mid"), "-o", _workshop.PathOf("rendered.wav")]);
            Assert.Equal(Bytes("rendered.wav"), Bytes($"{name}.wav"));
        }
    }

    [Fact]
    public async Task Many_songs_have_the_same_sounds_with_any_threads_and_the_document_lists_them()
    {
        byte[][]? first = null;
        foreach (string threads in (string[])["1", "3"])
        {
            ToolRun run = await _workshop.ComposeFrom("random", "gen_song_0.mid", "--count", "3", "--wav", "--threads", threads, "--json");
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            JsonElement[] songs = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("songs").EnumerateArray()];
            Assert.Equal(
                Enumerable.Range(0, 3).Select(song => _workshop.PathOf($"gen_song_{song}.wav")),
                songs.Select(song => song.GetProperty("sound").GetString()));
            Assert.Equal(
                Enumerable.Range(0, 3).Select(song => _workshop.PathOf($"base_song_{song}.wav")),
                songs.Select(song => song.GetProperty("baseSound").GetString()));
            byte[][] sounds = [.. songs.Select(song => File.ReadAllBytes(song.GetProperty("sound").GetString()!))];
            first ??= sounds;
            Assert.Equal(first, sounds);
        }
    }

    [Fact]
    public async Task Without_it_there_is_no_sound_and_no_word_of_one()
    {
        ToolRun run = await _workshop.ComposeFrom("0", "a.mid", "--json");
        Assert.DoesNotContain("ound\"", run.Output.Replace("\"baseSong\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("a.wav", _workshop.Names());
    }

    [Theory]
    [InlineData("a.MID", "a.wav")]
    [InlineData("a.midi", "a.wav")]
    [InlineData("a.v2", "a.v2.wav")]
    [InlineData("a", "a.wav")]
    [InlineData("a.wav", "a.wav.wav")]
    public void A_sound_has_the_name_of_its_song(string song, string sound) => Assert.Equal(sound, SoundFiles.Beside(song));

    [Fact]
    public async Task A_sound_takes_the_place_of_no_file_that_is_read()
    {
        File.Copy(_workshop.PathOf("songs/alpha.mid"), _workshop.PathOf("tune.wav"));
        ToolRun run = await _workshop.Compose("--primer", _workshop.PathOf("tune.wav"), "-o", _workshop.PathOf("tune.mid"), "--wav");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("the sound would be written over the primer", run.Error, StringComparison.Ordinal);
        Assert.Equal(["model.safetensors", "tune.wav"], _workshop.Names());
    }

    [Fact]
    public async Task Nothing_stands_beside_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev/null.");
        ToolRun run = await _workshop.Compose("--corpus", _workshop.Songs, "-o", "/dev/null", "--wav");
        Assert.Contains("nothing can stand beside /dev/null", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(_workshop.PathOf(name));
}
