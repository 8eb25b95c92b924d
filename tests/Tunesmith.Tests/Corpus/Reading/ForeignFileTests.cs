using System.IO.Compression;
using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Model;

namespace Tunesmith.Tests.Corpus.Reading;

/// <summary>Files that are no songs, read as if they were.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> Foreign() => new()
    {
        { "a.txt", [.. "hello"u8], "it is neither MIDI nor ABC, but begins with 'hell'" },
        { "a.mid", [.. "hello"u8], "it is neither MIDI nor ABC, but begins with 'hell'" },
        { "b.mid", [0xFF, 0xD8, 0xFF], "it is neither MIDI nor ABC, but begins with the bytes FFD8FF" },
        { "a.zip", [.. "PK\u0003\u0004...."u8], "it is a zip archive; unpack it" },
        { "a.safetensors", MelodyModel.LoadStarter().ToBytes(), "it is a model, not a song; tunesmith compose takes it" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_file_that_is_no_song_is_called_what_it_is(string name, byte[] bytes, string expected)
    {
        _folder.Add(name, bytes);
        string path = _folder.PathOf(name);
        Assert.Equal($"Cannot read \"{path}\": {expected}.", Assert.Throws<CorpusException>(() => SongFile.Load(path)).Message);
        CorpusReason reason = Assert.Single(SongCorpus.Load(path, cancellationToken: TestContext.Current.CancellationToken).Files).LeftOut!;
        Assert.Equal((CorpusCause.NotASong, expected), (reason.Cause, reason.Message));
    }

    [Theory]
    [InlineData("songs.zip")]
    [InlineData("songs.mid")]
    public void A_zip_archive_whose_songs_are_not_compressed_is_not_taken_for_its_first_song(string name)
    {
        _folder.AddScale("reel.mid", 40);
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string song in (string[])["a.mid", "b.mid"])
            {
                archive.CreateEntryFromFile(_folder.PathOf("reel.mid"), song, CompressionLevel.NoCompression);
            }
        }

        A_file_that_is_no_song_is_called_what_it_is(name, bytes.ToArray(), "it is a zip archive; unpack it");
        Assert.Throws<MidiFormatException>(() => MidiFile.FromBytes(bytes.ToArray()));
    }

    [Fact]
    public void An_empty_file_is_called_empty()
    {
        _folder.Add("a.mid", []);
        string path = _folder.PathOf("a.mid");
        Assert.Equal($"Cannot read \"{path}\": the file is empty.", Assert.Throws<CorpusException>(() => SongFile.Load(path)).Message);
    }

    [Fact]
    public void A_damaged_MIDI_file_is_told_as_one()
    {
        _folder.Add("a.mid", [.. "MThd"u8]);
        Assert.Throws<MidiFormatException>(() => SongFile.Load(_folder.PathOf("a.mid")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_one_of_a_name_like_it()
    {
        _folder.AddScale("reel.mid", 40);
        string path = _folder.PathOf("rel.mid");
        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => SongFile.Load(path));
        Assert.Equal($"There is no file \"{path}\"; did you mean \"{_folder.PathOf("reel.mid")}\"?", error.Message);
    }
}
