using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;
using Tunesmith.Tests.Corpus;

namespace Tunesmith.Tests.Music;

public sealed class ScoreFileTests : IDisposable
{
    private const string Tune = "X:1\nT:Steps\nM:3/4\nL:1/4\nQ:1/4=100\nK:C\nC D E|\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tune.abc")]
    [InlineData("TUNE.ABC")]
    [InlineData("tune.txt")] // by how it begins
    [InlineData("tune")]
    public void ABC_is_read_by_its_extension_or_its_beginning(string name)
    {
        string path = _folder.PathOf(name);
        File.WriteAllText(path, Tune);
        Score score = Score.Load(path);
        Assert.Equal("C4 D4 E4", string.Join(' ', score.Tracks[0].Notes.Select(note => note.Pitch)));
        Assert.Equal((100.0, new Meter(3, 4)), (score.Tempos.At(0).QuartersPerMinute, score.Meters.At(0)));
    }

    [Fact]
    public void A_MIDI_file_is_read_whatever_it_is_called_but_abc()
    {
        byte[] bytes = AbcTunebook.Parse(Tune).Tunes[0].Score!.ToMidi().ToBytes();
        foreach (string name in new[] { "tune.mid", "tune.KAR", "tune", "tune.song" })
        {
            File.WriteAllBytes(_folder.PathOf(name), bytes);
            Assert.Equal(3, Score.Load(_folder.PathOf(name)).Tracks[0].Notes.Count);
        }

        File.WriteAllText(_folder.PathOf("tune.mid"), Tune);
        Assert.Throws<MidiFormatException>(() => Score.Load(_folder.PathOf("tune.mid")));
    }

    [Theory]
    [InlineData("steps.abc", "X:1\nT:steps\n")]
    [InlineData("steps.Abc", "X:1\nT:steps\n")]
    [InlineData("steps.mid", "MThd")]
    [InlineData("steps", "MThd")]
    public void A_song_is_written_in_the_format_of_the_extension(string name, string beginning)
    {
        Score score = AbcTunebook.Parse(Tune).Tunes[0].Score!;
        string path = _folder.PathOf(name);
        score.Save(path);
        Assert.StartsWith(beginning, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(score.Tracks[0].Notes, Score.Load(path).Tracks[0].Notes);
    }

    [Fact]
    public void A_file_of_several_tunes_is_refused_with_the_way_to_choose_one()
    {
        string path = _folder.PathOf("tunes.abc");
        File.WriteAllText(path, Tune + "\n" + Tune.Replace("X:1", "X:2", StringComparison.Ordinal));
        AbcFormatException error = Assert.Throws<AbcFormatException>(() => Score.Load(path));
        Assert.Equal(
            $"{path}: expected one tune at line 9, column 1, found the second of 2. "
            + "Read the file with AbcTunebook.Load, and choose one of its Tunes.",
            error.Message);
        Assert.Equal(2, AbcTunebook.Load(path).Tunes.Count);
    }

    [Fact]
    public void A_tune_that_cannot_be_read_is_refused_by_its_error_with_the_file()
    {
        string path = _folder.PathOf("silent.abc");
        File.WriteAllText(path, "X:1\nK:C\nz4|\n");
        AbcFormatException error = Assert.Throws<AbcFormatException>(() => Score.Load(path));
        Assert.Equal((path, AbcTunebook.Load(path).Tunes[0].Error!.Line), (error.Path, error.Line));
    }

    [Fact]
    public void What_ABC_cannot_say_leaves_the_file_as_it_was()
    {
        string path = _folder.PathOf("tune.abc");
        File.WriteAllText(path, Tune);
        Assert.Throws<InvalidOperationException>(() => new Score(480, []).Save(path));
        Assert.Equal(Tune, File.ReadAllText(path));
    }
}
