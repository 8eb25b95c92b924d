using Tunesmith.Corpus;
using Tunesmith.Encoding;

namespace Tunesmith.Tests.Corpus;

public sealed class SongbookTests
{
    private static readonly string Folder = RepositoryFolder.PathOf("songbook");

    [Fact]
    public void The_resources_are_the_files_of_the_folder()
    {
        string[] files = [.. Directory.GetFiles(Folder, "*.abc").Order(StringComparer.Ordinal)];

        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension), Songbook.Tunes);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), Songbook.Resource(Path.GetFileNameWithoutExtension(file))));
    }

    [Fact]
    public void The_songbook_gives_the_same_songs_as_its_folder_by_their_titles()
    {
        SongCorpus songbook = Songbook.Load();
        SongCorpus folder = Load(Folder);

        Assert.Equal(folder.Fingerprint(), songbook.Fingerprint());
        Assert.Equal(folder.Files.Select(file => file.Title), songbook.Files.Select(file => file.Path));
        Assert.Equal(folder.Files.Select(file => file.Title), songbook.Files.Select(file => file.Name));
        Assert.Equal(folder.Songs.Select(song => song.TitleGroup), songbook.Songs.Select(song => song.TitleGroup));
        Assert.Equal("songbook", songbook.Source);
        Assert.Equal(songbook.Fingerprint(), Load("songbook").Fingerprint());
    }

    [Fact]
    public void Options_hold_for_the_songbook_too()
    {
        SongCorpus lab = Songbook.Load(CorpusOptions.Lab);

        Assert.Equal(Encodings.Lab, lab.Options.Encoding);
        Assert.All(lab.Songs, song => Assert.True(song.Steps >= 128));
        Assert.InRange(lab.Songs.Count, 1, lab.Files.Count - 1);
    }

    [Theory]
    [InlineData("arirang")]
    [InlineData(" Arirang ")]
    [InlineData("아리랑")]
    [InlineData("arir")]
    public void A_tune_is_found_by_its_name_a_title_or_a_part_of_them(string asked)
    {
        SongFile tune = SongFile.Load($"songbook:{asked}");

        Assert.Equal("Arirang", tune.Title);
        Assert.Equal("Arirang", Songbook.Tune(asked).Title);
        CorpusFile heard = Assert.Single(Load($"songbook:{asked}").Files);
        Assert.Equal(("Arirang", "arirang", true), (heard.Path, heard.TitleGroup, heard.IsInSongbook));
        Assert.Equal(tune.Score.Tracks[0].Notes.Count, heard.Facts!.Notes);
    }

    [Fact]
    public void Every_name_and_every_title_finds_its_own_tune()
    {
        foreach ((string name, CorpusFile file) in Songbook.Tunes.Zip(Songbook.Load().Files))
        {
            Assert.Equal(file.Title, Songbook.Tune(name).Title);
            Assert.Equal(file.Title, Songbook.Tune(file.Title!).Title);
        }
    }

    [Theory]
    [InlineData("oh susana", "There is no tune \"oh susana\" in the songbook; near it: \"oh-susanna\"")]
    [InlineData("#7", "There is no tune \"#7\" in the songbook; tunesmith inspect songbook --json names its ")]
    [InlineData("", "There is no tune \"\" in the songbook; tunesmith inspect songbook --json names its ")]
    public void A_tune_that_is_not_there_is_named_with_those_near_it(string asked, string message)
    {
        string path = $"songbook:{asked}";

        Assert.StartsWith(message, Assert.Throws<CorpusException>(() => SongFile.Load(path)).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<CorpusException>(() => Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_the_songbook_is_no_song()
    {
        CorpusException error = Assert.Throws<CorpusException>(() => SongFile.Load("songbook"));

        Assert.Equal(
            $"One song is asked for, and songbook is many; name a tune of it, such as songbook:{Songbook.Tunes[0]}.", error.Message);
    }

    [Theory]
    [InlineData("songbook", true, true, null)]
    [InlineData("songbook:arirang", true, false, "arirang")]
    [InlineData("./songbook", false, false, null)]
    [InlineData("songbook/arirang.abc", false, false, null)]
    [InlineData("Songbook", false, false, null)]
    [InlineData("songbooks", false, false, null)]
    public void Only_the_name_itself_is_the_songbook(string path, bool isInSongbook, bool isFolder, string? tune)
    {
        SongPath song = SongPath.Parse(path);

        Assert.Equal((isInSongbook, isFolder, tune), (song.IsInSongbook, song.IsFolder, song.Tune));
        Assert.False(song.Exists);
    }

    [Fact]
    public void Two_tunes_of_the_songbook_are_no_twins_and_each_is_a_title_of_its_own()
    {
        SongCorpus songbook = Songbook.Load();
        TitleReport report = TitleReport.Of(songbook);

        Assert.Empty(report.Twins.Select(twin => $"{NameOf(twin.First)} and {NameOf(twin.Second)}: {twin.Difference}"));
        Assert.Equal(songbook.Songs.Count, report.Groups.Count);

        string NameOf(int song) => songbook.Songs[song].Name;
    }

    private static SongCorpus Load(string path) => SongCorpus.Load(path, cancellationToken: TestContext.Current.CancellationToken);
}
