using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Tests.Corpus;

/// <summary>ABC files among the songs of a folder.</summary>
public sealed class AbcFolderTests : IDisposable
{
    private const string Bars = "CDEF GABc|cBAG FEDC|";

    private readonly TemporaryFolder _folder = new();

    public AbcFolderTests()
    {
        Add("reels.abc", $"X:2\nT:Old Reel - first setting\nK:C\n{Bars}\n\nX:10\nT:Broken\nK:?\n{Bars}\n\nX:4\nK:G\n{Bars}{Bars}\n");
        Add("single.abc", $"X:1\nT:A Song of Its Own\nK:C\n{Bars}{Bars}x?\n");
        _folder.AddScale("z.mid", 40);
    }

    [Fact]
    public void Each_tune_of_a_file_is_a_song_in_the_order_of_the_file()
    {
        SongCorpus corpus = Load(_folder.Root);
        Assert.Equal(["reels.abc#2", "reels.abc#10", "reels.abc#4", "single.abc", "z.mid"], corpus.Files.Select(file => file.Path));
        Assert.Equal(["reels.abc", "reels.abc", "reels.abc", "single.abc", "z.mid"], corpus.Files.Select(file => file.File));
        Assert.Equal(["reels#2 Old Reel - first setting", "reels#4", "single", "z"], corpus.Songs.Select(song => song.Name));
        Assert.Equal(["old reel", "reels#4", "a song of its own", "z"], corpus.Songs.Select(song => song.TitleGroup));
        Assert.Equal([32, 64, 64, 39], corpus.Songs.Select(song => song.Steps));
        Assert.Equal(
            "a tune that cannot be read: expected a key, such as G, Ador or Bbm, at line 8, column 3, found '?'. "
                + "Name the key, or write K:none.",
            corpus.Files[1].Reason);
        Assert.StartsWith("expected music at line 4, ", Assert.Single(corpus.Files[3].Trouble), StringComparison.Ordinal);
        Assert.Equal(0, corpus.NumberOf("old reel"));
    }

    [Theory]
    [InlineData("reels.abc#4", "reels.abc#4")]
    [InlineData("reels.abc#old", "reels.abc#2")]
    [InlineData("single.abc#1", "single.abc")]
    public void One_tune_may_be_asked_for(string path, string found) =>
        Assert.Equal(found, Assert.Single(Load(_folder.PathOf(path)).Files).Path);

    [Theory]
    [InlineData("reels.abc#3", "There is no tune \"3\" in \"{0}\"; its tunes are numbered 2 to 4.")]
    [InlineData("reels.abc#old real", "There is no tune \"old real\" in \"{0}\"; near it: \"Old Reel - first setting\".")]
    [InlineData("z.mid#3", "There is no tune \"3\" in \"{0}\": it is a MIDI file.")]
    public void A_tune_that_is_not_there_is_named(string path, string message)
    {
        string full = _folder.PathOf(path);
        CorpusException error = Assert.Throws<CorpusException>(() => Load(full));
        Assert.Equal(message.Replace("{0}", full[..full.IndexOf('#', StringComparison.Ordinal)], StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public void What_is_no_ABC_is_left_out_with_a_reason()
    {
        Add("words.abc", "nothing but words");
        CorpusFile file = Load(_folder.Root).Files.Single(song => song.Path == "words.abc");
        Assert.Equal(
            "not an ABC file that can be read: expected a tune that begins with X: at line 1, column 1, found 'nothing but words'. "
                + "Is this ABC?",
            file.Reason);
    }

    [Fact]
    public void A_song_is_read_from_either_format()
    {
        SongFile tune = SongFile.Load(_folder.PathOf("reels.abc"));
        Assert.Equal(("Old Reel - first setting", 2, 16), (tune.Title, tune.OtherTunes, tune.Score.Tracks[0].Notes.Count));
        SongFile other = SongFile.Load(_folder.PathOf("reels.abc#4"));
        Assert.Equal(("reels", 0, 32), (other.Title, other.OtherTunes, other.Score.Tracks[0].Notes.Count));
        Assert.Equal("z", SongFile.Load(_folder.PathOf("z.mid")).Title);
    }

    public void Dispose() => _folder.Dispose();

    private static SongCorpus Load(string path) =>
        SongCorpus.Load(
            path,
            new CorpusOptions { Encoding = Encodings.Melody(MelodyVoice.Auto), MinSteps = 8 },
            cancellationToken: TestContext.Current.CancellationToken);

    private void Add(string name, string text) => _folder.Add(name, System.Text.Encoding.UTF8.GetBytes(text));
}
